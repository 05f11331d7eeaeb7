package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.sockeye.stack.wire.Field.Format;

/**
 * A message of the Internet Group Management Protocol, versions 1 to 3 (RFC 1112, 2236, 3376), read as far as whole
 * groups are concerned: the sources that a member wants or not are shown, but not told apart.
 *
 * @param type {@link #QUERY}, {@link #REPORT_V1}, {@link #REPORT_V2}, {@link #LEAVE}, {@link #REPORT_V3} or another
 * @param version 1 to 3; 0 if the type is another
 * @param delay how long whoever answers a query may wait at most, in tenths of a second
 * @param group what it is about; 0.0.0.0 for all
 * @param records what a report of version 3 says
 */
public record IgmpMessage(int type, int version, int delay, Ipv4Address group, List<Membership> records) {

    public static final int PROTOCOL = 2;

    public static final int QUERY = 0x11;
    public static final int REPORT_V1 = 0x12;
    public static final int REPORT_V2 = 0x16;
    public static final int LEAVE = 0x17;
    public static final int REPORT_V3 = 0x22;

    /** 224.0.0.1, every host of this link. */
    public static final Ipv4Address ALL_HOSTS = Ipv4Address.of(224, 0, 0, 1);
    /** 224.0.0.2, every router of this link. */
    public static final Ipv4Address ALL_ROUTERS = Ipv4Address.of(224, 0, 0, 2);
    /** 224.0.0.22, where reports of version 3 go. */
    public static final Ipv4Address REPORTS = Ipv4Address.of(224, 0, 0, 22);

    /** What a member says of a group: without sources, "exclude" is to take all and "include" to take none. */
    public static final int IS_INCLUDE = 1;
    public static final int IS_EXCLUDE = 2;
    public static final int TO_INCLUDE = 3;
    public static final int TO_EXCLUDE = 4;
    private static final int ALLOW = 5;

    /** One record of a report: what it says, and of which group. */
    public record Membership(int type, Ipv4Address group) {
    }

    private static final int LENGTH = 8;
    private static final int QUERY_LENGTH = 12;

    private static final Field VERSION = new Field("igmp.version", "Version", 0, 0, Format.DECIMAL,
            "Which version's message it is; type and length tell. RFC 3376, section 7.1.");
    private static final Field TYPE = new Field("igmp.type", "Type", 0, 8, Format.HEX,
            "0x11 query, 0x16 and 0x22 report, 0x17 leave. RFC 3376, section 4.");
    private static final Field UNUSED = new Field("igmp.reserved", "Reserved", 8, 8, Format.BYTES,
            "Zero. RFC 1112, appendix I.");
    private static final Field DELAY = new Field("igmp.max_resp", "Maximum Response Time", 8, 8, Format.DECIMAL,
            "Tenths of a second that an answer may wait at most. RFC 3376, section 4.1.1.");
    private static final Field EXPONENT = new Field("igmp.max_resp.exp", "Exponent", 9, 3, Format.HEX,
            "Of a long time. RFC 3376, section 4.1.1.");
    private static final Field MANTISSA = new Field("igmp.max_resp.mant", "Mantissa", 12, 4, Format.HEX,
            "Of a long time. RFC 3376, section 4.1.1.");
    private static final Field CHECKSUM = new Field("igmp.checksum", "Checksum", 16, 16, Format.HEX,
            "Covers the whole message. RFC 3376, section 4.1.2.");
    private static final Field GROUP = new Field("igmp.maddr", "Multicast Address", 32, 32, Format.IP,
            "The group it is about; 0.0.0.0 for all. RFC 3376, section 4.1.3.");
    private static final Field NUMBER = new Field("igmp.num_src", "Number of Sources", 80, 16, Format.DECIMAL,
            "Sources that are listed. RFC 3376, section 4.1.8.");
    private static final FieldTable QUERIED = new FieldTable(
            new Field("igmp.s", "Suppress", 68, 1, Format.FLAG,
                    "Routers are not to count it as an answer. RFC 3376, section 4.1.5."),
            new Field("igmp.qrv", "Robustness", 69, 3, Format.DECIMAL,
                    "How many losses in a row are to be survived, and one. RFC 3376, section 4.1.6."),
            new Field("igmp.qqic", "Query Interval", 72, 8, Format.DECIMAL,
                    "Seconds between queries. RFC 3376, section 4.1.7."),
            NUMBER);
    private static final Field SOURCE = new Field("igmp.saddr", "Source Address", 0, 32, Format.IP,
            "A source that is asked about, wanted or not. RFC 3376, section 4.1.9.");
    private static final Field RESERVED = new Field("igmp.reserved", "Reserved", 32, 16, Format.BYTES,
            "Zero. RFC 3376, section 4.2.1.");
    private static final Field RECORDS = new Field("igmp.num_grp_recs", "Number of Records", 48, 16, Format.DECIMAL,
            "Records that follow. RFC 3376, section 4.2.3.");
    private static final Field RECORD_TYPE = new Field("igmp.record_type", "Record Type", 0, 8, Format.DECIMAL,
            "What is said of the group: 2 and 4 member, 1 and 3 no longer. RFC 3376, section 4.2.12.");
    private static final Field AUXILIARY = new Field("igmp.aux_data_len", "Auxiliary Data Length", 8, 8,
            Format.DECIMAL, "Words of further data; none is defined. RFC 3376, section 4.2.6.");
    private static final Field RECORD_SOURCES = new Field("igmp.num_src", "Number of Sources", 16, 16, Format.DECIMAL,
            "Sources that the record lists. RFC 3376, section 4.2.7.");
    private static final FieldTable RECORD = new FieldTable(RECORD_TYPE, AUXILIARY, RECORD_SOURCES,
            new Field("igmp.maddr", "Multicast Address", 32, 32, Format.IP, "The group. RFC 3376, section 4.2.8."));
    private static final Field DATA = new Field("igmp.data", "Data", 8, 0, Format.BYTES, "What the message says.");

    public IgmpMessage {
        records = List.copyOf(records);
    }

    /** A report of version 3. */
    public static IgmpMessage report(List<Membership> records) {
        return new IgmpMessage(REPORT_V3, 3, 0, Ipv4Address.ANY, records);
    }

    /** A message of version 2 about one group: {@link #REPORT_V2} or {@link #LEAVE}. */
    public static IgmpMessage second(int type, Ipv4Address group) {
        return new IgmpMessage(type, 2, 0, group, List.of());
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(List.of(VERSION, TYPE, UNUSED, DELAY, EXPONENT, MANTISSA, CHECKSUM, GROUP, SOURCE),
                QUERIED.fields(), RECORD.fields(), List.of(RECORDS, DATA));
    }

    /** Reads the message; empty if it is cut short. */
    public static Optional<IgmpMessage> parse(byte[] bytes, int offset, int length) {
        if (length < LENGTH) {
            return Optional.empty();
        }
        int type = (int) TYPE.read(bytes, offset);
        int code = (int) DELAY.read(bytes, offset);
        int version = switch (type) {
            case QUERY -> length >= QUERY_LENGTH ? 3 : code == 0 ? 1 : 2;
            case REPORT_V1 -> 1;
            case REPORT_V2, LEAVE -> 2;
            case REPORT_V3 -> 3;
            default -> 0;
        };
        if (type == REPORT_V3) {
            return parseReport(bytes, offset, length);
        }
        if (version == 3 && QUERY_LENGTH + 4 * NUMBER.read(bytes, offset) > length) {
            return Optional.empty();
        }
        return Optional.of(new IgmpMessage(type, version, version == 3 ? decode(code) : code,
                Ipv4Address.of(bytes, offset + 4), List.of()));
    }

    /** Long times have an exponent (RFC 3376, section 4.1.1). */
    private static int decode(int code) {
        return code < 0x80 ? code : (code & 0xf | 0x10) << (code >> 4 & 7) + 3;
    }

    private static Optional<IgmpMessage> parseReport(byte[] bytes, int offset, int length) {
        List<Membership> records = new ArrayList<>();
        int at = offset + LENGTH;
        for (long left = RECORDS.read(bytes, offset); left > 0; left--) {
            int size = recordLength(bytes, at, offset + length);
            if (size == 0) {
                return Optional.empty();
            }
            records.add(new Membership((int) RECORD_TYPE.read(bytes, at), Ipv4Address.of(bytes, at + 4)));
            at += size;
        }
        return Optional.of(report(records));
    }

    /** How many bytes the record there has; 0 if it does not end before {@code end}. */
    private static int recordLength(byte[] bytes, int at, int end) {
        if (at + LENGTH > end) {
            return 0;
        }
        int length = LENGTH + 4 * (int) (RECORD_SOURCES.read(bytes, at) + AUXILIARY.read(bytes, at));
        return at + length > end ? 0 : length;
    }

    /** The message's bytes, with their checksum. */
    public byte[] emit() {
        byte[] bytes = new byte[type == REPORT_V3 ? LENGTH * (1 + records.size())
                : type == QUERY && version == 3 ? QUERY_LENGTH : LENGTH];
        TYPE.write(bytes, 0, type);
        if (type == REPORT_V3) {
            RECORDS.write(bytes, 0, records.size());
            for (int i = 0; i < records.size(); i++) {
                int at = LENGTH * (1 + i);
                RECORD_TYPE.write(bytes, at, records.get(i).type);
                System.arraycopy(records.get(i).group.toBytes(), 0, bytes, at + 4, 4);
            }
        } else {
            DELAY.write(bytes, 0, delay);
            GROUP.write(bytes, 0, group.bits());
        }
        CHECKSUM.write(bytes, 0, new Checksum().add(bytes, 0, bytes.length).value());
        return bytes;
    }

    /** True if the checksum of the message, {@code length} bytes from {@code offset}, is right. */
    public static boolean verify(byte[] bytes, int offset, int length) {
        return new Checksum().add(bytes, offset, length).value() == 0;
    }

    /** The message as a layer of a dissected frame. */
    public Envelope describe(byte[] frame, int offset, int length) {
        List<FieldValue> fields = new ArrayList<>();
        if (version > 0) {
            fields.add(new FieldValue(VERSION, (long) version, Integer.toString(version), 0, 0));
        }
        fields.add(FieldTable.value(TYPE, frame, offset * 8, 8));
        if (version == 0) {
            fields.add(FieldTable.value(DATA, frame, (offset + 1) * 8, (length - 1) * 8));
        } else {
            describe(frame, offset, length, fields);
        }
        List<String> problems = verify(frame, offset, length) || version == 0 ? List.of()
                : List.of(Checksum.problem((int) CHECKSUM.read(frame, offset), right(frame, offset, length)));
        return new Envelope(Layer.NETWORK, "IGMP" + (version == 0 ? "" : "v" + version), "igmp", summary(frame, offset),
                offset, length, 0, 0, fields, problems);
    }

    private void describe(byte[] frame, int offset, int length, List<FieldValue> fields) {
        boolean timed = version == 2 || version == 3 && type == QUERY;
        fields.add(timed ? FieldTable.value(DELAY, frame, offset * 8 + 8, 8).as((long) delay, delay / 10.0 + " s")
                : FieldTable.value(UNUSED, frame, offset * 8 + 8, 8));
        if (version == 3 && (frame[offset + 1] & 0x80) != 0 && type == QUERY) {
            fields.add(FieldTable.value(EXPONENT, frame, offset * 8 + 9, 3));
            fields.add(FieldTable.value(MANTISSA, frame, offset * 8 + 12, 4));
        }
        fields.add(FieldTable.value(CHECKSUM, frame, offset * 8 + 16, 16));
        if (type == REPORT_V3) {
            fields.add(FieldTable.value(RESERVED, frame, offset * 8 + 32, 16));
            fields.add(FieldTable.value(RECORDS, frame, offset * 8 + 48, 16));
            int at = offset + LENGTH;
            for (int i = 0; i < records.size(); i++) {
                fields.addAll(RECORD.describe(frame, at));
                addSources(frame, at + LENGTH, (int) RECORD_SOURCES.read(frame, at), fields);
                at += recordLength(frame, at, offset + length);
            }
            return;
        }
        fields.add(FieldTable.value(GROUP, frame, offset * 8 + 32, 32));
        if (version == 3) {
            fields.addAll(QUERIED.describe(frame, offset));
            addSources(frame, offset + QUERY_LENGTH, (int) NUMBER.read(frame, offset), fields);
        }
    }

    private static void addSources(byte[] frame, int at, int count, List<FieldValue> fields) {
        for (int i = 0; i < count; i++) {
            fields.add(FieldTable.value(SOURCE, frame, (at + 4 * i) * 8, 32));
        }
    }

    private static int right(byte[] frame, int offset, int length) {
        byte[] copy = Arrays.copyOfRange(frame, offset, offset + length);
        CHECKSUM.write(copy, 0, 0);
        return new Checksum().add(copy, 0, length).value();
    }

    /** What Wireshark says in a line. */
    private String summary(byte[] frame, int offset) {
        return switch (type) {
            case QUERY -> "Membership Query" + (version == 1 ? "" : group.isUnspecified() ? ", general"
                    : ", specific for group " + group + (version == 3 && NUMBER.read(frame, offset) > 0
                            ? ", source " + sources(frame, offset + QUERY_LENGTH, (int) NUMBER.read(frame, offset))
                            : ""));
            case REPORT_V1 -> "Membership Report";
            case REPORT_V2 -> "Membership Report group " + group;
            case LEAVE -> "Leave Group " + group;
            case REPORT_V3 -> reported(frame, offset);
            default -> String.format("Unknown Type:0x%02x", type);
        };
    }

    private String reported(byte[] frame, int offset) {
        StringJoiner text = new StringJoiner(" / ", "Membership Report / ", "").setEmptyValue("Membership Report");
        int at = offset + LENGTH;
        for (Membership record : records) {
            int count = (int) RECORD_SOURCES.read(frame, at);
            String sources = sources(frame, at + LENGTH, count);
            String plural = "source" + (count > 1 ? "s " : " ") + sources;
            text.add(switch (record.type) {
                case IS_INCLUDE, TO_INCLUDE -> count == 0 ? "Leave group " + record.group
                        : "Join group " + record.group + " for " + plural;
                case IS_EXCLUDE, TO_EXCLUDE -> "Join group " + record.group
                        + (count == 0 ? " for any sources" : ", not for " + plural);
                case ALLOW -> "Group " + record.group + ", new " + plural;
                default -> "Group " + record.group + ", block " + plural;
            });
            at += LENGTH + 4 * (count + (int) AUXILIARY.read(frame, at));
        }
        return text.toString();
    }

    private static String sources(byte[] frame, int at, int count) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < count; i++) {
            text.add(Ipv4Address.of(frame, at + 4 * i).toString());
        }
        return text.toString();
    }
}
