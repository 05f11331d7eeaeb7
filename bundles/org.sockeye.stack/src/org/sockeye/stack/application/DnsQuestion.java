package org.sockeye.stack.application;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;

/**
 * What a DNS message asks (RFC 1035, section 4.1.2).
 *
 * @param name what it asks about
 * @param type what it wants to know of it, such as {@link DnsRecord#A}
 */
public record DnsQuestion(String name, int type) {

    private static final Field NAME = new Field("dns.qry.name", "Name", 0, 0, Format.TEXT,
            "The name that is asked about. RFC 1035, section 4.1.2.");
    private static final Field TYPE = new Field("dns.qry.type", "Type", 0, 16, Format.DECIMAL,
            "What is asked of the name: 1 its address, 12 the name behind an address. RFC 1035, section 3.2.2.");
    private static final Field CLASS = new Field("dns.qry.class", "Class", 16, 16, Format.HEX,
            "Which network it is about: 1 is the Internet. RFC 1035, section 3.2.4.");
    private static final FieldTable TABLE = new FieldTable(TYPE, CLASS);

    /** The fields that it may have. */
    static List<Field> fields() {
        return FieldTable.join(List.of(NAME), TABLE.fields());
    }

    static DnsQuestion parse(DnsReader reader) {
        String name = reader.name();
        int rest = reader.take(4);
        return new DnsQuestion(name, reader.failed() ? 0 : (int) TYPE.read(reader.bytes(), rest));
    }

    void emit(ByteArrayOutputStream out) {
        DnsName.emit(name, out);
        byte[] rest = new byte[4];
        TYPE.write(rest, 0, type);
        CLASS.write(rest, 0, DnsRecord.INTERNET);
        out.writeBytes(rest);
    }

    static void describe(DnsReader reader, List<FieldValue> fields) {
        int start = reader.position();
        String name = reader.name();
        fields.add(new FieldValue(NAME, name, name, start * 8, (reader.position() - start) * 8));
        fields.addAll(TABLE.describe(reader.bytes(), reader.take(4), DnsRecord::words));
    }
}
