package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.wire.Field.Format;

/** The options of a TCP header as fields of the layer tree: first the option, then its parts. */
final class TcpOptionFields {

    private static final Field KIND = new Field("tcp.option_kind", "Kind", 0, 8, Format.DECIMAL,
            "Which option this is. RFC 9293, section 3.1.");
    private static final Field LENGTH = new Field("tcp.option_len", "Length", 0, 8, Format.DECIMAL,
            "Bytes of this option, kind and length included. RFC 9293, section 3.1.");
    private static final Field END = option("eol", "End of Option List", "What follows is padding.");
    private static final Field NOTHING = option("nop", "No-Operation", "Padding, so that the next option is aligned.");
    private static final Field MSS = option("mss", "Maximum Segment Size",
            "Sent with SYN only: the largest payload its sender wants to receive. RFC 9293, section 3.7.1.");
    private static final Field SCALE = option("wscale", "Window Scale",
            "Sent with SYN only: later windows are multiplied, as 16 bits are too few for fast paths. RFC 7323.");
    private static final Field PERMITTED = option("sack_perm", "SACK Permitted",
            "Sent with SYN only: its sender understands selective acknowledgments. RFC 2018.");
    private static final Field SACK = option("sack", "SACK",
            "What has arrived beyond a gap, so that only the gap is sent again. RFC 2018.");
    private static final Field TIMESTAMP = option("timestamp", "Timestamps",
            "Measures round trips, also of retransmissions, and tells old segments from new. RFC 7323.");
    private static final Field UNKNOWN = option("unknown", "Unknown Option", "An option without a meaning here.");

    private static final Field MSS_VALUE = part("mss_val", "MSS Value", Format.DECIMAL, "In bytes.");
    private static final Field SHIFT = part("wscale.shift", "Shift Count", Format.DECIMAL,
            "The window counts in units of 2 to the power of this.");
    private static final Field LEFT = part("sack_le", "Left Edge", Format.DECIMAL, "The first byte that arrived.");
    private static final Field RIGHT = part("sack_re", "Right Edge", Format.DECIMAL, "The byte behind the last.");
    private static final Field VALUE = part("timestamp.tsval", "Timestamp Value", Format.DECIMAL,
            "The sender's clock.");
    private static final Field ECHO = part("timestamp.tsecr", "Timestamp Echo Reply", Format.DECIMAL,
            "The peer's clock as last seen.");
    private static final Field PAYLOAD = part("unknown.payload", "Payload", Format.BYTES, "The option's data.");

    private TcpOptionFields() {
    }

    /** The fields that it may have. */
    static List<Field> fields() {
        return List.of(KIND, LENGTH, END, NOTHING, MSS, SCALE, PERMITTED, SACK, TIMESTAMP, UNKNOWN, MSS_VALUE, SHIFT,
                LEFT, RIGHT, VALUE, ECHO, PAYLOAD);
    }

    private static Field option(String name, String label, String meaning) {
        return new Field("tcp.options." + name, label, 0, 0, Format.BYTES, meaning);
    }

    private static Field part(String name, String label, Format format, String meaning) {
        return new Field("tcp.options." + name, label, 0, 0, format, meaning);
    }

    /**
     * The options in {@code frame[offset..end)}.
     *
     * @param problems gets a line if an option is cut short
     */
    static List<FieldValue> describe(byte[] frame, int offset, int end, List<String> problems) {
        List<FieldValue> values = new ArrayList<>();
        int at = offset;
        while (at < end) {
            if (frame[at] == 0) {
                for (; at < end && frame[at] == 0; at++) {
                    values.add(option(END, frame, at, 1));
                    values.add(FieldTable.value(KIND, frame, at * 8, 8));
                }
                return values;
            }
            int length = TcpOption.lengthAt(frame, at, end);
            if (length == 0) {
                problems.add("TCP option of kind " + (frame[at] & 0xff) + " is cut short");
                return values;
            }
            addTo(values, frame, at, length);
            at += length;
        }
        return values;
    }

    private static void addTo(List<FieldValue> values, byte[] frame, int at, int length) {
        TcpOption option = TcpOption.parse(frame, at, at + length).getFirst();
        values.add(option(row(option), frame, at, length));
        values.add(FieldTable.value(KIND, frame, at * 8, 8));
        if (length > 1) {
            values.add(FieldTable.value(LENGTH, frame, at * 8 + 8, 8));
        }
        int data = (at + 2) * 8;
        switch (option) {
            case TcpOption.NoOperation nothing -> {
            }
            case TcpOption.SackPermitted permitted -> {
            }
            case TcpOption.MaximumSegmentSize size -> values.add(FieldTable.value(MSS_VALUE, frame, data, 16));
            case TcpOption.WindowScale scale -> values.add(FieldTable.value(SHIFT, frame, data, 8));
            case TcpOption.Sack sack -> {
                for (int i = 0; i < sack.blocks().size(); i++) {
                    values.add(FieldTable.value(LEFT, frame, data + i * 64, 32));
                    values.add(FieldTable.value(RIGHT, frame, data + i * 64 + 32, 32));
                }
            }
            case TcpOption.Timestamps timestamps -> {
                values.add(FieldTable.value(VALUE, frame, data, 32));
                values.add(FieldTable.value(ECHO, frame, data + 32, 32));
            }
            case TcpOption.Unknown unknown -> values.add(FieldTable.value(PAYLOAD, frame, data, (length - 2) * 8));
        }
    }

    private static FieldValue option(Field field, byte[] frame, int at, int length) {
        FieldValue raw = FieldTable.value(field, frame, at * 8, length * 8);
        return new FieldValue(field, raw.value(), words(frame, at, length), raw.bitOffset(), raw.bitLength());
    }

    private static String words(byte[] frame, int at, int length) {
        List<TcpOption> options = TcpOption.parse(frame, at, at + length);
        if (options.isEmpty()) {
            return "end of options";
        }
        return switch (options.getFirst()) {
            case TcpOption.NoOperation nothing -> "no operation";
            case TcpOption.MaximumSegmentSize size -> size.bytes() + " bytes";
            case TcpOption.WindowScale scale -> scale.shift() + " (multiply by " + (1L << scale.shift()) + ")";
            case TcpOption.SackPermitted permitted -> "permitted";
            case TcpOption.Sack sack -> sack.blocks().size() + (sack.blocks().size() == 1 ? " block" : " blocks");
            case TcpOption.Timestamps stamps -> "value " + Integer.toUnsignedString(stamps.value()) + ", echo "
                    + Integer.toUnsignedString(stamps.echo());
            case TcpOption.Unknown unknown -> "kind " + unknown.kind();
        };
    }

    private static Field row(TcpOption option) {
        return switch (option) {
            case TcpOption.NoOperation nothing -> NOTHING;
            case TcpOption.MaximumSegmentSize size -> MSS;
            case TcpOption.WindowScale scale -> SCALE;
            case TcpOption.SackPermitted permitted -> PERMITTED;
            case TcpOption.Sack sack -> SACK;
            case TcpOption.Timestamps timestamps -> TIMESTAMP;
            case TcpOption.Unknown unknown -> UNKNOWN;
        };
    }
}
