package org.sockeye.stack.application;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * A resource record: one thing known about a name (RFC 1035, section 4.1.3).
 *
 * @param name what it is about
 * @param type which kind of thing, such as {@link #A}
 * @param ttl how many seconds it may be remembered
 * @param data the thing itself
 */
public record DnsRecord(String name, int type, long ttl, Data data) {

    /** The type of a record that holds an IPv4 address. */
    public static final int A = 1;
    /** The type of a record that holds the name of an address. */
    public static final int PTR = 12;
    static final int INTERNET = 1;

    private static final Field NAME = new Field("dns.resp.name", "Name", 0, 0, Format.TEXT,
            "The name that this record is about. RFC 1035, section 4.1.3.");
    private static final Field TYPE = new Field("dns.resp.type", "Type", 0, 16, Format.DECIMAL,
            "What the record holds: 1 an address, 12 a name. RFC 1035, section 3.2.2.");
    private static final Field CLASS = new Field("dns.resp.class", "Class", 16, 16, Format.HEX,
            "Which network it is about: 1 is the Internet. RFC 1035, section 3.2.4.");
    private static final Field TTL = new Field("dns.resp.ttl", "Time to Live", 32, 32, Format.DECIMAL,
            "For how many seconds the record may be remembered. RFC 1035, section 4.1.3.");
    private static final Field LENGTH = new Field("dns.resp.len", "Data Length", 64, 16, Format.DECIMAL,
            "Bytes of data behind it. RFC 1035, section 4.1.3.");
    private static final FieldTable TABLE = new FieldTable(TYPE, CLASS, TTL, LENGTH);
    private static final Field ADDRESS = new Field("dns.a", "Address", 0, 32, Format.IP,
            "The address of the name. RFC 1035, section 3.4.1.");
    private static final Field POINTER = new Field("dns.ptr.domain_name", "Domain Name", 0, 0, Format.TEXT,
            "The name of the address. RFC 1035, section 3.3.12.");
    private static final Field DATA = new Field("dns.data", "Data", 0, 0, Format.BYTES,
            "What the record holds. RFC 1035, section 3.2.1.");

    /** What a record holds. */
    public sealed interface Data {

        /** The address of the name. */
        record Address(Ipv4Address address) implements Data {
        }

        /** The name of the address. */
        record Pointer(String name) implements Data {
        }

        /** Something that this network does not use. */
        record Other(byte[] bytes) implements Data {
        }
    }

    /** The fields that it may have. */
    static List<Field> fields() {
        return FieldTable.join(List.of(NAME), TABLE.fields(), List.of(ADDRESS, POINTER, DATA));
    }

    /** A name's address. */
    public static DnsRecord address(String name, Ipv4Address address, long ttl) {
        return new DnsRecord(name, A, ttl, new Data.Address(address));
    }

    /** An address's name; {@code question} is the name that {@link DnsName#reverse} makes of the address. */
    public static DnsRecord pointer(String question, String name, long ttl) {
        return new DnsRecord(question, PTR, ttl, new Data.Pointer(name));
    }

    static DnsRecord parse(DnsReader reader) {
        String name = reader.name();
        int head = reader.take(10);
        if (reader.failed()) {
            return new DnsRecord("", 0, 0, new Data.Other(new byte[0]));
        }
        int type = (int) TYPE.read(reader.bytes(), head);
        Data data = data(reader, type, (int) LENGTH.read(reader.bytes(), head));
        return new DnsRecord(name, type, TTL.read(reader.bytes(), head), data);
    }

    private static Data data(DnsReader reader, int type, int length) {
        int start = reader.position();
        Data data = switch (type) {
            case A -> new Data.Address(reader.address());
            case PTR -> new Data.Pointer(reader.name());
            default -> {
                int at = reader.take(length);
                yield new Data.Other(reader.failed() ? new byte[0] : Arrays.copyOfRange(reader.bytes(), at,
                        at + length));
            }
        };
        reader.expect(start + length);
        return data;
    }

    void emit(ByteArrayOutputStream out) {
        DnsName.emit(name, out);
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        switch (data) {
            case Data.Address(Ipv4Address address) -> held.writeBytes(address.toBytes());
            case Data.Pointer(String target) -> DnsName.emit(target, held);
            case Data.Other(byte[] bytes) -> held.writeBytes(bytes);
        }
        byte[] head = new byte[10];
        TYPE.write(head, 0, type);
        CLASS.write(head, 0, INTERNET);
        TTL.write(head, 0, ttl);
        LENGTH.write(head, 0, held.size());
        out.writeBytes(head);
        out.writeBytes(held.toByteArray());
    }

    static void describe(DnsReader reader, List<FieldValue> fields) {
        int start = reader.position();
        String name = reader.name();
        fields.add(new FieldValue(NAME, name, name, start * 8, (reader.position() - start) * 8));
        int head = reader.take(10);
        fields.addAll(TABLE.describe(reader.bytes(), head, DnsRecord::words));
        int type = (int) TYPE.read(reader.bytes(), head);
        int at = reader.position();
        int bits = (int) LENGTH.read(reader.bytes(), head) * 8;
        switch (data(reader, type, bits / 8)) {
            case Data.Address(Ipv4Address address) -> fields.add(FieldTable.value(ADDRESS, reader.bytes(), at * 8, 32));
            case Data.Pointer(String target) -> fields.add(new FieldValue(POINTER, target, target, at * 8, bits));
            case Data.Other(byte[] bytes) -> fields.add(FieldTable.value(DATA, reader.bytes(), at * 8, bits));
        }
    }

    static FieldValue words(FieldValue value) {
        return switch (value.field().label()) {
            case "Type" -> value.meaning(typeName((int) (long) (Long) value.value()));
            case "Class" -> (Long) value.value() == INTERNET ? value.meaning("IN") : value;
            default -> value;
        };
    }

    static String typeName(int type) {
        return switch (type) {
            case A -> "A";
            case 2 -> "NS";
            case 5 -> "CNAME";
            case PTR -> "PTR";
            case 15 -> "MX";
            case 16 -> "TXT";
            case 28 -> "AAAA";
            default -> "type " + type;
        };
    }
}
