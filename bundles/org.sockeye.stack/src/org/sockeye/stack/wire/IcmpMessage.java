package org.sockeye.stack.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/**
 * The header of an ICMP message (RFC 792). Behind it stands what an echo is to send back, or the first bytes of the
 * datagram that an error is about.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +---------------+---------------+-------------------------------+
 * |     Type      |     Code      |           Checksum            |
 * +---------------+---------------+-------------------------------+
 * |    Identifier (echo), else 0  |  Sequence number, or next MTU |
 * +-------------------------------+-------------------------------+
 * </pre>
 *
 * @param type {@link #ECHO_REQUEST}, {@link #ECHO_REPLY}, {@link #UNREACHABLE} or {@link #TIME_EXCEEDED}, as a rule
 * @param code what exactly, within the type
 * @param checksum of header and data, as it was found
 * @param identifier which ping an echo belongs to
 * @param sequence which of its echoes; the next link's MTU in {@link #FRAGMENTATION_NEEDED}
 */
public record IcmpMessage(int type, int code, int checksum, int identifier, int sequence) {

    public static final int PROTOCOL = 1;
    public static final int LENGTH = 8;

    public static final int ECHO_REPLY = 0;
    public static final int UNREACHABLE = 3;
    public static final int ECHO_REQUEST = 8;
    public static final int TIME_EXCEEDED = 11;
    public static final int PARAMETER_PROBLEM = 12;

    /** Codes of {@link #UNREACHABLE}. */
    public static final int NETWORK_UNREACHABLE = 0;
    public static final int HOST_UNREACHABLE = 1;
    public static final int PROTOCOL_UNREACHABLE = 2;
    public static final int PORT_UNREACHABLE = 3;
    public static final int FRAGMENTATION_NEEDED = 4;

    /** Codes of {@link #TIME_EXCEEDED}. */
    public static final int TTL_EXCEEDED = 0;
    public static final int REASSEMBLY_EXCEEDED = 1;

    private static final Field TYPE = new Field("icmp.type", "Type", 0, 8, Format.DECIMAL,
            "What is said: 8 echo request, 0 echo reply, 3 destination unreachable, 11 time exceeded. RFC 792.");
    private static final Field CODE = new Field("icmp.code", "Code", 8, 8, Format.DECIMAL,
            "Says more exactly what the type leaves open. RFC 792.");
    private static final Field CHECKSUM = new Field("icmp.checksum", "Checksum", 16, 16, Format.HEX,
            "Covers the whole ICMP message. RFC 792.");
    private static final Field IDENTIFIER = new Field("icmp.ident", "Identifier", 32, 16, Format.DECIMAL,
            "Chosen by the pinging host; comes back unchanged, so that it knows its own. RFC 792.");
    private static final Field SEQUENCE = new Field("icmp.seq", "Sequence Number", 48, 16, Format.DECIMAL,
            "Counts the echoes of one ping. RFC 792.");
    private static final Field UNUSED = unused(32, 32);
    private static final Field POINTER = new Field("icmp.pointer", "Pointer", 32, 8, Format.DECIMAL,
            "Which byte of the datagram is wrong. RFC 792.");
    private static final Field NEXT_MTU = new Field("icmp.mtu", "MTU of Next Hop", 48, 16, Format.DECIMAL,
            "The largest datagram that the link ahead takes. RFC 1191, section 4.");
    private static final FieldTable HEAD = new FieldTable(TYPE, CODE, CHECKSUM);
    private static final FieldTable ECHO = new FieldTable(TYPE, CODE, CHECKSUM, IDENTIFIER, SEQUENCE);
    private static final FieldTable ERROR = new FieldTable(TYPE, CODE, CHECKSUM, UNUSED);
    private static final FieldTable TOO_BIG = new FieldTable(TYPE, CODE, CHECKSUM, unused(32, 16), NEXT_MTU);
    private static final FieldTable WRONG = new FieldTable(TYPE, CODE, CHECKSUM, POINTER, unused(40, 24));

    private static Field unused(int bit, int bits) {
        return new Field("icmp.unused", "Unused", bit, bits, Format.BYTES, "Zero in an error. RFC 792.");
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(ECHO.fields(), TOO_BIG.fields(), WRONG.fields(), ERROR.fields());
    }

    /** A message to be sent; its checksum is computed when it is emitted. */
    public static IcmpMessage of(int type, int code, int identifier, int sequence) {
        return new IcmpMessage(type, code, 0, identifier, sequence);
    }

    /** Reads the header; empty if {@code length} bytes cannot hold it. */
    public static Optional<IcmpMessage> parse(byte[] bytes, int offset, int length) {
        if (length < LENGTH) {
            return Optional.empty();
        }
        return Optional.of(new IcmpMessage((int) TYPE.read(bytes, offset), (int) CODE.read(bytes, offset),
                (int) CHECKSUM.read(bytes, offset), (int) IDENTIFIER.read(bytes, offset),
                (int) SEQUENCE.read(bytes, offset)));
    }

    /** The whole message, header and {@code data}, with its checksum. */
    public byte[] emit(byte[] data) {
        byte[] bytes = new byte[LENGTH + data.length];
        TYPE.write(bytes, 0, type);
        CODE.write(bytes, 0, code);
        IDENTIFIER.write(bytes, 0, identifier);
        SEQUENCE.write(bytes, 0, sequence);
        System.arraycopy(data, 0, bytes, LENGTH, data.length);
        CHECKSUM.write(bytes, 0, new Checksum().add(bytes, 0, bytes.length).value());
        return bytes;
    }

    /** True if the checksum of the message, {@code length} bytes from {@code offset}, is right. */
    public static boolean verify(byte[] bytes, int offset, int length) {
        return new Checksum().add(bytes, offset, length).value() == 0;
    }

    /** True if it tells of a datagram that did not arrive; no error is ever sent about an error (RFC 1122, 3.2.2). */
    public boolean isError() {
        return type == UNREACHABLE || type == TIME_EXCEEDED || type == 4 || type == 5 || type == PARAMETER_PROBLEM;
    }

    /** The message as a layer of a dissected frame. */
    public Envelope describe(byte[] frame, int offset, int length) {
        boolean echo = type == ECHO_REQUEST || type == ECHO_REPLY;
        List<FieldValue> fields = table().describe(frame, offset,
                value -> value.field() == TYPE ? value.meaning(typeName())
                        : value.field() == CODE && !echo ? value.meaning(codeName()) : value);
        List<String> problems = verify(frame, offset, length) ? List.of()
                : List.of(Checksum.problem(checksum, rightChecksum(frame, offset, length)));
        String summary = echo ? typeName() + " id=" + identifier + " seq=" + sequence : typeName() + ": " + codeName();
        return new Envelope(Layer.NETWORK, "ICMP", "icmp", summary, offset, LENGTH, length - LENGTH, 0, fields,
                problems);
    }

    /** What stands in the second four bytes differs. */
    private FieldTable table() {
        return switch (type) {
            case ECHO_REQUEST, ECHO_REPLY -> ECHO;
            case UNREACHABLE -> code == FRAGMENTATION_NEEDED ? TOO_BIG : ERROR;
            case TIME_EXCEEDED -> ERROR;
            case PARAMETER_PROBLEM -> WRONG;
            default -> HEAD;
        };
    }

    private static int rightChecksum(byte[] frame, int offset, int length) {
        byte[] copy = Arrays.copyOfRange(frame, offset, offset + length);
        CHECKSUM.write(copy, 0, 0);
        return new Checksum().add(copy, 0, length).value();
    }

    private String typeName() {
        return switch (type) {
            case ECHO_REPLY -> "echo reply";
            case UNREACHABLE -> "destination unreachable";
            case ECHO_REQUEST -> "echo request";
            case TIME_EXCEEDED -> "time exceeded";
            case PARAMETER_PROBLEM -> "parameter problem";
            default -> "type " + type;
        };
    }

    private String codeName() {
        return switch (type << 8 | code) {
            case UNREACHABLE << 8 | NETWORK_UNREACHABLE -> "network unreachable";
            case UNREACHABLE << 8 | HOST_UNREACHABLE -> "host unreachable";
            case UNREACHABLE << 8 | PROTOCOL_UNREACHABLE -> "protocol unreachable";
            case UNREACHABLE << 8 | PORT_UNREACHABLE -> "port unreachable";
            case UNREACHABLE << 8 | FRAGMENTATION_NEEDED -> "fragmentation needed";
            case TIME_EXCEEDED << 8 | TTL_EXCEEDED -> "TTL expired in transit";
            case TIME_EXCEEDED << 8 | REASSEMBLY_EXCEEDED -> "reassembly took too long";
            default -> "code " + code;
        };
    }
}
