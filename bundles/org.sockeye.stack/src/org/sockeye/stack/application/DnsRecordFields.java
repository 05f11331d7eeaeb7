package org.sockeye.stack.application;

import java.util.List;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;

/** The fields of questions and records where they stand in a DNS message. */
final class DnsRecordFields {

    private static final String ROOT = "<Root>";
    private static final Field QUERY_NAME = text("qry.name", "Name", "The name that is asked about. RFC 1035, 4.1.2.");
    private static final Field NAME_LENGTH = number("qry.name.len", "Name Length", "Characters of the name.");
    private static final Field LABELS = number("count.labels", "Label Count", "Parts of the name between the dots.");
    private static final Field QUERY_TYPE = new Field("dns.qry.type", "Type", 0, 16, Format.DECIMAL,
            "What is asked of the name: 1 its address, 12 the name behind an address. RFC 1035, section 3.2.2.");
    private static final Field QUERY_CLASS = new Field("dns.qry.class", "Class", 16, 16, Format.HEX,
            "Which network it is about: 1 is the Internet. RFC 1035, section 3.2.4.");
    private static final FieldTable QUERY = new FieldTable(QUERY_TYPE, QUERY_CLASS);

    private static final Field NAME = text("resp.name", "Name", "The name that this record is about. RFC 1035, 4.1.3.");
    private static final Field TYPE = new Field("dns.resp.type", "Type", 0, 16, Format.DECIMAL,
            "What the record holds: 1 an address, 12 a name. RFC 1035, section 3.2.2.");
    private static final Field CLASS = new Field("dns.resp.class", "Class", 16, 16, Format.HEX,
            "Which network it is about: 1 is the Internet. RFC 1035, section 3.2.4.");
    private static final Field TTL = new Field("dns.resp.ttl", "Time to Live", 32, 32, Format.DECIMAL,
            "For how many seconds the record may be remembered. RFC 1035, section 4.1.3.");
    private static final Field LENGTH = new Field("dns.resp.len", "Data Length", 64, 16, Format.DECIMAL,
            "Bytes of data behind it. RFC 1035, section 4.1.3.");
    private static final FieldTable HEAD = new FieldTable(TYPE, CLASS, TTL, LENGTH);

    private static final Field PAYLOAD_SIZE = new Field("dns.rr.udp_payload_size", "UDP Payload Size", 16, 16,
            Format.DECIMAL, "How many bytes the sender takes over UDP. RFC 6891, section 6.2.3.");
    private static final Field HIGH_CODE = new Field("dns.resp.ext_rcode", "Higher Bits in Extended Reply Code", 32, 8,
            Format.HEX, "Reply codes beyond the 4 bits of the header. RFC 6891, section 6.1.3.");
    private static final Field VERSION = new Field("dns.resp.edns0_version", "EDNS Version", 40, 8, Format.DECIMAL,
            "Always 0 so far. RFC 6891, section 6.1.3.");
    private static final Field BITS = new Field("dns.resp.z", "Z", 48, 16, Format.HEX,
            "Flags of EDNS. RFC 6891, 6.1.4.");
    private static final Field SIGNATURES = new Field("dns.resp.z.do", "DO", 48, 1, Format.FLAG,
            "The asker wants signatures. RFC 3225.");
    private static final Field RESERVED = new Field("dns.resp.z.reserved", "Reserved", 49, 15, Format.HEX, "Zero.");
    private static final FieldTable EDNS = new FieldTable(TYPE, PAYLOAD_SIZE, HIGH_CODE, VERSION, BITS, SIGNATURES,
            RESERVED, LENGTH);
    private static final Field OPTION = new Field("dns.opt.code", "Option Code", 0, 16, Format.DECIMAL,
            "What the option is about: 10 a cookie. RFC 6891, section 6.1.2.");
    private static final Field OPTION_LENGTH = new Field("dns.opt.len", "Option Length", 16, 16, Format.DECIMAL,
            "Bytes of its data.");
    private static final Field OPTION_DATA = new Field("dns.opt.data", "Option Data", 0, 0, Format.BYTES, "Its data.");

    private static final Field ADDRESS = new Field("dns.a", "Address", 0, 32, Format.IP,
            "The IPv4 address of the name. RFC 1035, section 3.4.1.");
    private static final Field ADDRESS_6 = new Field("dns.aaaa", "AAAA Address", 0, 128, Format.IP,
            "The IPv6 address of the name. RFC 3596.");
    private static final Field POINTER = text("ptr.domain_name", "Domain Name",
            "The name of the address. RFC 1035, section 3.3.12.");
    private static final Field ALIAS = text("cname", "CNAME",
            "The name that the asked one is an alias of. RFC 1035, section 3.3.1.");
    private static final Field SERVER = text("ns", "Name Server",
            "Who answers for the zone. RFC 1035, section 3.3.11.");
    private static final Field PRIMARY = text("soa.mname", "Primary Name Server", "Where the zone is kept.");
    private static final Field MAILBOX = text("soa.rname", "Responsible Authority's Mailbox", "Who keeps it.");
    private static final List<Field> SOA = List.of(number("soa.serial_number", "Serial Number", "Grows with changes."),
            number("soa.refresh_interval", "Refresh Interval", "In seconds; when copies look for changes."),
            number("soa.retry_interval", "Retry Interval", "In seconds; when they look again after a failure."),
            number("soa.expire_limit", "Expire Limit", "In seconds; when they give up."),
            number("soa.minimum_ttl", "Minimum TTL",
                    "In seconds; how long it may be remembered that something does not exist. RFC 2308."));
    private static final Field PREFERENCE = number("mx.preference", "Preference", "The lowest is tried first.");
    private static final Field EXCHANGE = text("mx.mail_exchange", "Mail Exchange", "Takes the mail. RFC 1035, 3.3.9.");
    private static final Field TEXT_LENGTH = number("txt.length", "TXT Length", "Bytes of the text.");
    private static final Field TEXT = text("txt", "TXT", "Anything. RFC 1035, section 3.3.14.");
    private static final List<Field> SERVICE_NAMES = List.of(text("srv.service", "Service", "What is looked for."),
            text("srv.proto", "Protocol", "Its transport."), text("srv.name", "Name", "Whose it is."));
    private static final Field SERVICE_PRIORITY = number("srv.priority", "Priority", "The lowest is tried first.");
    private static final Field SERVICE_WEIGHT = number("srv.weight", "Weight", "How often to choose it among equals.");
    private static final Field SERVICE_PORT = number("srv.port", "Port", "Where the service listens. RFC 2782.");
    private static final Field SERVICE_TARGET = text("srv.target", "Target", "Its host.");
    private static final Field DATA = new Field("dns.data", "Data", 0, 0, Format.BYTES,
            "What the record holds. RFC 1035, section 3.2.1.");

    private DnsRecordFields() {
    }

    private static Field text(String name, String label, String meaning) {
        return new Field("dns." + name, label, 0, 0, Format.TEXT, meaning);
    }

    private static Field number(String name, String label, String meaning) {
        return new Field("dns." + name, label, 0, 0, Format.DECIMAL, meaning);
    }

    static List<Field> all() {
        return FieldTable.join(List.of(QUERY_NAME, NAME_LENGTH, LABELS), QUERY.fields(), List.of(NAME), HEAD.fields(),
                EDNS.fields(), List.of(OPTION, OPTION_LENGTH, OPTION_DATA, ADDRESS, ADDRESS_6, POINTER, ALIAS, SERVER,
                        PRIMARY, MAILBOX),
                SOA, SERVICE_NAMES,
                List.of(PREFERENCE, EXCHANGE, TEXT_LENGTH, TEXT, SERVICE_PRIORITY, SERVICE_WEIGHT, SERVICE_PORT,
                        SERVICE_TARGET, DATA));
    }

    static void question(DnsReader reader, List<FieldValue> fields) {
        String name = name(QUERY_NAME, reader, fields);
        // A name of one character counts as none in Wireshark, which takes it for the root.
        fields.add(derived(NAME_LENGTH, name.length() == 1 ? 0 : name.length()));
        fields.add(derived(LABELS, name.length() == 1 ? 0 : name.split("\\.").length));
        fields.addAll(QUERY.describe(reader.bytes(), reader.take(4), DnsRecordFields::words));
    }

    private static FieldValue derived(Field field, long value) {
        return new FieldValue(field, value, Long.toString(value), 0, 0);
    }

    static void record(DnsReader reader, List<FieldValue> fields) {
        int start = reader.position();
        String name = name(NAME, reader, fields);
        int head = reader.take(10);
        int type = (int) TYPE.read(reader.bytes(), head);
        if (type == DnsType.SRV) {
            service(name, start, fields);
        }
        FieldTable table = type == DnsType.OPT ? EDNS : HEAD;
        fields.addAll(table.describe(reader.bytes(), head, DnsRecordFields::words));
        int length = (int) LENGTH.read(reader.bytes(), head);
        int end = reader.position() + length;
        switch (type) {
            case DnsType.A -> value(ADDRESS, 4, reader, fields);
            case DnsType.AAAA -> value(ADDRESS_6, 16, reader, fields);
            case DnsType.PTR -> name(POINTER, reader, fields);
            case DnsType.CNAME -> name(ALIAS, reader, fields);
            case DnsType.NS -> name(SERVER, reader, fields);
            case DnsType.SOA -> {
                name(PRIMARY, reader, fields);
                name(MAILBOX, reader, fields);
                SOA.forEach(field -> value(field, 4, reader, fields));
            }
            case DnsType.MX -> {
                value(PREFERENCE, 2, reader, fields);
                name(EXCHANGE, reader, fields);
            }
            case DnsType.SRV -> {
                value(SERVICE_PRIORITY, 2, reader, fields);
                value(SERVICE_WEIGHT, 2, reader, fields);
                value(SERVICE_PORT, 2, reader, fields);
                name(SERVICE_TARGET, reader, fields);
            }
            case DnsType.TXT -> texts(end, reader, fields);
            case DnsType.OPT -> options(end, reader, fields);
            default -> value(DATA, length, reader, fields);
        }
    }

    /** The name of a service has parts: what it is, over which transport, and for which domain (RFC 2782). */
    private static void service(String name, int start, List<FieldValue> fields) {
        String[] parts = name.split("\\.", 3);
        if (parts.length == 3) {
            FieldValue whole = fields.removeLast();
            for (int i = 0; i < parts.length; i++) {
                fields.add(new FieldValue(SERVICE_NAMES.get(i), parts[i], parts[i], start * 8, whole.bitLength()));
            }
        }
    }

    private static void texts(int end, DnsReader reader, List<FieldValue> fields) {
        while (reader.position() < end) {
            int length = reader.bytes()[reader.position()] & 0xff;
            value(TEXT_LENGTH, 1, reader, fields);
            value(TEXT, length, reader, fields);
        }
    }

    /** Options that claim more bytes than there are end the list. */
    private static void options(int end, DnsReader reader, List<FieldValue> fields) {
        while (end - reader.position() >= 4) {
            int length = (int) OPTION_LENGTH.read(reader.bytes(), reader.position());
            if (length > end - reader.position() - 4) {
                break;
            }
            value(OPTION, 2, reader, fields);
            value(OPTION_LENGTH, 2, reader, fields);
            value(OPTION_DATA, length, reader, fields);
        }
        reader.take(end - reader.position());
    }

    private static void value(Field field, int length, DnsReader reader, List<FieldValue> fields) {
        fields.add(FieldTable.value(field, reader.bytes(), reader.take(length) * 8, length * 8));
    }

    private static String name(Field field, DnsReader reader, List<FieldValue> fields) {
        int start = reader.position();
        String read = reader.name();
        String name = read.isEmpty() ? ROOT : read;
        fields.add(new FieldValue(field, name, name, start * 8, (reader.position() - start) * 8));
        return name;
    }

    private static FieldValue words(FieldValue value) {
        return switch (value.field().label()) {
            case "Type" -> value.meaning(DnsType.name((int) (long) (Long) value.value()));
            case "Class" -> (Long) value.value() == DnsRecord.INTERNET ? value.meaning("IN") : value;
            default -> value;
        };
    }
}
