package org.sockeye.stack.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/**
 * A message of Multicast Listener Discovery, version 2 (RFC 3810) or 1 (RFC 2710), read as far as whole groups are
 * concerned: the sources that a listener wants or not are shown, but not told apart.
 *
 * @param type {@link #QUERY}, {@link #REPORT}, {@link #DONE} or {@link #REPORT_V2}
 * @param version 1 or 2
 * @param delay how long, in milliseconds, whoever answers a query may wait at most
 * @param group what a query asks for, {@code ::} for all, or what a message of version 1 is about
 * @param records what a report of version 2 says
 */
public record MldMessage(int type, int version, long delay, Ipv6Address group, List<Membership> records) {

    public static final int QUERY = 130;
    public static final int REPORT = 131;
    public static final int DONE = 132;
    public static final int REPORT_V2 = 143;

    /** Where reports of version 2 go: {@code ff02::16}, all routers that know it. */
    public static final Ipv6Address REPORTS = new Ipv6Address(0xff02L << 48, 0x16);

    /** What a listener says of a group: without sources, "exclude" is to listen to all and "include" to none. */
    public static final int IS_INCLUDE = 1;
    public static final int IS_EXCLUDE = 2;
    public static final int TO_INCLUDE = 3;
    public static final int TO_EXCLUDE = 4;

    /** One record of a report: what it says, and of which group. */
    public record Membership(int type, Ipv6Address group) {
    }

    private static final int LENGTH = 24;
    private static final int QUERY_LENGTH = 28;
    private static final int RECORD_LENGTH = 20;

    private static final Field DELAY = new Field("icmpv6.mld.maximum_response_delay", "Maximum Response Delay", 32, 16,
            Format.DECIMAL, "Milliseconds that an answer may wait at most. RFC 2710, section 3.4.");
    private static final Field CODE = new Field("icmpv6.mld.maximum_response_code", "Maximum Response Code", 32, 16,
            Format.DECIMAL, "The same, for long times as a floating-point number. RFC 3810, section 5.1.3.");
    private static final Field RESERVED = new Field("icmpv6.reserved", "Reserved", 48, 16, Format.BYTES,
            "Zero. RFC 3810, section 5.1.");
    private static final Field GROUP = new Field("icmpv6.mld.multicast_address", "Multicast Address", 64, 128,
            Format.IP, "The group it is about; :: for all. RFC 3810, section 5.1.5.");
    private static final FieldTable FIRST = new FieldTable(DELAY, RESERVED, GROUP);
    private static final Field NUMBER = new Field("icmpv6.mld.nb_sources", "Number of Sources", 208, 16,
            Format.DECIMAL, "Sources that are asked about. RFC 3810, section 5.1.10.");
    private static final FieldTable SECOND = new FieldTable(CODE, RESERVED, GROUP,
            new Field("icmpv6.mld.flag", "Flags", 192, 8, Format.HEX, "RFC 3810, section 5.1.7."),
            new Field("icmpv6.mld.flag.reserved", "Reserved", 192, 4, Format.DECIMAL, "Zero. RFC 3810, 5.1.6."),
            new Field("icmpv6.mld.flag.s", "Suppress", 196, 1, Format.FLAG,
                    "Routers are not to count it as an answer. RFC 3810, section 5.1.7."),
            new Field("icmpv6.mld.flag.qrv", "Robustness", 197, 3, Format.DECIMAL,
                    "How many losses in a row are to be survived, and one. RFC 3810, section 5.1.8."),
            new Field("icmpv6.mld.qqi", "Query Interval", 200, 8, Format.DECIMAL,
                    "Seconds between queries. RFC 3810, section 5.1.9."),
            NUMBER);
    private static final Field SOURCE = new Field("icmpv6.mld.source_address", "Source Address", 0, 128, Format.IP,
            "A source that is asked about. RFC 3810, section 5.1.11.");
    private static final Field REPORT_RESERVED = new Field("icmpv6.reserved", "Reserved", 32, 16, Format.BYTES,
            "Zero. RFC 3810, section 5.2.1.");
    private static final Field RECORDS = new Field("icmpv6.mldr.nb_mcast_records", "Number of Records", 48, 16,
            Format.DECIMAL, "Records that follow. RFC 3810, section 5.2.3.");
    private static final FieldTable REPORTED = new FieldTable(REPORT_RESERVED, RECORDS);
    private static final Field RECORD_TYPE = new Field("icmpv6.mldr.mar.record_type", "Record Type", 0, 8,
            Format.DECIMAL, "What is said of the group: 2 and 4 listening, 1 and 3 no longer. RFC 3810, 5.2.12.");
    private static final Field AUXILIARY = new Field("icmpv6.mldr.mar.aux_data_len", "Auxiliary Data Length", 8, 8,
            Format.DECIMAL, "Words of further data; none is defined. RFC 3810, section 5.2.6.");
    private static final Field RECORD_SOURCES = new Field("icmpv6.mldr.mar.nb_sources", "Number of Sources", 16, 16,
            Format.DECIMAL, "Sources that the record lists. RFC 3810, section 5.2.7.");
    private static final FieldTable RECORD = new FieldTable(RECORD_TYPE, AUXILIARY, RECORD_SOURCES,
            new Field("icmpv6.mldr.mar.multicast_address", "Multicast Address", 32, 128, Format.IP,
                    "The group. RFC 3810, section 5.2.8."));
    private static final Field RECORD_SOURCE = new Field("icmpv6.mldr.mar.source_address", "Source Address", 0, 128,
            Format.IP, "A source that is wanted or not. RFC 3810, section 5.2.9.");

    public MldMessage {
        records = List.copyOf(records);
    }

    /** A report of version 2. */
    public static MldMessage report(List<Membership> records) {
        return new MldMessage(REPORT_V2, 2, 0, Ipv6Address.ANY, records);
    }

    /** A message of version 1: {@link #REPORT} or {@link #DONE}. */
    public static MldMessage first(int type, Ipv6Address group) {
        return new MldMessage(type, 1, 0, group, List.of());
    }

    static List<Field> fields() {
        return FieldTable.join(FIRST.fields(), SECOND.fields(), REPORTED.fields(), RECORD.fields(),
                List.of(SOURCE, RECORD_SOURCE));
    }

    /** Reads the message with ICMPv6's header before it; empty if it is none or is cut short. */
    public static Optional<MldMessage> parse(byte[] bytes, int offset, int length) {
        int type = length == 0 ? 0 : bytes[offset] & 0xff;
        if (type == REPORT_V2) {
            return parseReport(bytes, offset, length);
        }
        if (type < QUERY || type > DONE || length < LENGTH) {
            return Optional.empty();
        }
        int version = type == QUERY && length >= QUERY_LENGTH ? 2 : 1;
        if (version == 2 && QUERY_LENGTH + 16 * NUMBER.read(bytes, offset) > length) {
            return Optional.empty();
        }
        long code = CODE.read(bytes, offset);
        return Optional.of(new MldMessage(type, version, version == 2 ? decode((int) code) : code,
                Ipv6Address.of(bytes, offset + 8), List.of()));
    }

    /** Long delays have an exponent (RFC 3810, section 5.1.3). */
    private static long decode(int code) {
        return code < 0x8000 ? code : (code & 0xfff | 0x1000L) << (code >> 12 & 7) + 3;
    }

    private static Optional<MldMessage> parseReport(byte[] bytes, int offset, int length) {
        if (length < 8) {
            return Optional.empty();
        }
        List<Membership> records = new ArrayList<>();
        int at = offset + 8;
        for (long left = RECORDS.read(bytes, offset); left > 0; left--) {
            int size = recordLength(bytes, at, offset + length);
            if (size == 0) {
                return Optional.empty();
            }
            records.add(new Membership((int) RECORD_TYPE.read(bytes, at), Ipv6Address.of(bytes, at + 4)));
            at += size;
        }
        return Optional.of(report(records));
    }

    /** How many bytes the record there has; 0 if it does not end before {@code end}. */
    private static int recordLength(byte[] bytes, int at, int end) {
        if (at + RECORD_LENGTH > end) {
            return 0;
        }
        int length = RECORD_LENGTH + (int) RECORD_SOURCES.read(bytes, at) * Ipv6Address.LENGTH
                + (int) AUXILIARY.read(bytes, at) * 4;
        return at + length > end ? 0 : length;
    }

    /** What stands behind ICMPv6's header. */
    public byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (type == REPORT_V2) {
            body.writeBytes(new byte[] { 0, 0, (byte) (records.size() >> 8), (byte) records.size() });
            for (Membership record : records) {
                body.writeBytes(new byte[] { (byte) record.type, 0, 0, 0 });
                body.writeBytes(record.group.toBytes());
            }
        } else {
            body.writeBytes(new byte[] { (byte) (delay >> 8), (byte) delay, 0, 0 });
            body.writeBytes(group.toBytes());
            if (version == 2) {
                body.writeBytes(new byte[] { 2, 125, 0, 0 });
            }
        }
        return body.toByteArray();
    }

    /** The fields of a message that {@link #parse} can read, without ICMPv6's own. */
    static List<FieldValue> describe(byte[] frame, int offset, int length) {
        int type = frame[offset] & 0xff;
        if (type != REPORT_V2) {
            boolean second = type == QUERY && length >= QUERY_LENGTH;
            List<FieldValue> fields = new ArrayList<>((second ? SECOND : FIRST).describe(frame, offset));
            for (int i = 0; second && i < NUMBER.read(frame, offset); i++) {
                fields.add(FieldTable.value(SOURCE, frame, (offset + QUERY_LENGTH + 16 * i) * 8, 128));
            }
            return fields;
        }
        List<FieldValue> fields = new ArrayList<>(REPORTED.describe(frame, offset));
        int at = offset + 8;
        for (long left = RECORDS.read(frame, offset); left > 0; left--) {
            fields.addAll(RECORD.describe(frame, at));
            for (int i = 0; i < RECORD_SOURCES.read(frame, at); i++) {
                fields.add(FieldTable.value(RECORD_SOURCE, frame, (at + RECORD_LENGTH + 16 * i) * 8, 128));
            }
            at += recordLength(frame, at, offset + length);
        }
        return fields;
    }
}
