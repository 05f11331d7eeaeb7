package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/**
 * The header of an ICMPv6 message (RFC 4443, section 2.1). Behind it stands a body that the type decides on: an echo, an
 * error with the packet that it is about, a {@link NdMessage} or an {@link MldMessage}.
 *
 * <pre>
 * +---------------+---------------+-------------------------------+
 * |     Type      |     Code      |           Checksum            |
 * +---------------+---------------+-------------------------------+
 * </pre>
 *
 * @param type what is said; below 128 it is an error
 * @param code what exactly, within the type
 * @param checksum of the pseudo-header, this header and the body, as it was found
 */
public record Icmpv6Message(int type, int code, int checksum) {

    /** Its number as a next header. */
    public static final int PROTOCOL = 58;
    /** Bytes before the body. */
    public static final int LENGTH = 4;
    /** Bytes of an error or echo before what it quotes or sends back. */
    public static final int BODY_LENGTH = 8;

    public static final int UNREACHABLE = 1;
    public static final int PACKET_TOO_BIG = 2;
    public static final int TIME_EXCEEDED = 3;
    public static final int PARAMETER_PROBLEM = 4;
    public static final int ECHO_REQUEST = 128;
    public static final int ECHO_REPLY = 129;

    /** Codes of {@link #UNREACHABLE}. */
    public static final int NO_ROUTE = 0;
    public static final int BEYOND_SCOPE = 2;
    public static final int ADDRESS_UNREACHABLE = 3;
    public static final int PORT_UNREACHABLE = 4;

    /** Codes of {@link #TIME_EXCEEDED}. */
    public static final int HOPS_EXCEEDED = 0;
    public static final int REASSEMBLY_EXCEEDED = 1;

    /** Codes of {@link #PARAMETER_PROBLEM}. */
    public static final int ERRONEOUS_FIELD = 0;
    public static final int UNKNOWN_NEXT_HEADER = 1;
    public static final int UNKNOWN_OPTION = 2;

    private static final Field TYPE = new Field("icmpv6.type", "Type", 0, 8, Format.DECIMAL,
            "What is said: 128 echo request, 129 echo reply, 135 who has an address, 136 the answer. RFC 4443, 2.1.");
    private static final Field CODE = new Field("icmpv6.code", "Code", 8, 8, Format.DECIMAL,
            "Says more exactly what the type leaves open. RFC 4443, section 2.1.");
    private static final Field CHECKSUM = new Field("icmpv6.checksum", "Checksum", 16, 16, Format.HEX,
            "Covers the whole message and both IPv6 addresses. RFC 4443, section 2.3.");
    private static final Field IDENTIFIER = new Field("icmpv6.echo.identifier", "Identifier", 32, 16, Format.HEX,
            "Chosen by the pinging host; comes back unchanged. RFC 4443, section 4.1.");
    private static final Field SEQUENCE = new Field("icmpv6.echo.sequence_number", "Sequence Number", 48, 16,
            Format.DECIMAL, "Counts the echoes of one ping. RFC 4443, section 4.1.");
    private static final Field RESERVED = new Field("icmpv6.reserved", "Reserved", 32, 32, Format.BYTES,
            "Zero. RFC 4443, section 3.1.");
    private static final Field MTU = new Field("icmpv6.mtu", "MTU", 32, 32, Format.DECIMAL,
            "The largest packet that the link ahead takes. RFC 4443, section 3.2.");
    private static final Field POINTER = new Field("icmpv6.pointer", "Pointer", 32, 32, Format.DECIMAL,
            "Which byte of the packet is wrong. RFC 4443, section 3.4.");
    private static final Field DATA = new Field("icmpv6.data", "Data", 32, 0, Format.BYTES,
            "What the message says. RFC 4443, section 2.1.");
    private static final FieldTable HEAD = new FieldTable(TYPE, CODE, CHECKSUM);
    private static final FieldTable ECHO = new FieldTable(IDENTIFIER, SEQUENCE);

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(HEAD.fields(), ECHO.fields(), List.of(RESERVED, MTU, POINTER, DATA), NdMessage.fields(),
                MldMessage.fields());
    }

    /** Reads the header; empty if {@code length} bytes cannot hold it and, of an error or echo, what follows it. */
    public static Optional<Icmpv6Message> parse(byte[] bytes, int offset, int length) {
        if (length < LENGTH) {
            return Optional.empty();
        }
        Icmpv6Message message = new Icmpv6Message((int) TYPE.read(bytes, offset), (int) CODE.read(bytes, offset),
                (int) CHECKSUM.read(bytes, offset));
        boolean longer = message.isPlainError() || message.isEcho();
        return longer && length < BODY_LENGTH ? Optional.empty() : Optional.of(message);
    }

    /** The whole message with its checksum; {@code body} is what stands behind the header. */
    public static byte[] emit(int type, int code, Ipv6Address source, Ipv6Address destination, byte[] body) {
        byte[] bytes = new byte[LENGTH + body.length];
        TYPE.write(bytes, 0, type);
        CODE.write(bytes, 0, code);
        System.arraycopy(body, 0, bytes, LENGTH, body.length);
        CHECKSUM.write(bytes, 0, sum(source, destination, bytes, 0, bytes.length));
        return bytes;
    }

    /** An echo's or error's body: four bytes, and what is quoted or to be sent back. */
    public static byte[] body(int word, byte[] data) {
        byte[] bytes = new byte[LENGTH + data.length];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) (word >>> 24 - 8 * i);
        }
        System.arraycopy(data, 0, bytes, 4, data.length);
        return bytes;
    }

    /** The four bytes behind the header: an echo's identifier and sequence number, an MTU, a pointer. */
    public static int word(byte[] bytes, int offset) {
        return (int) MTU.read(bytes, offset);
    }

    /** True if the checksum of the message, {@code length} bytes from {@code offset}, is right. */
    public static boolean verify(Ipv6Address source, Ipv6Address destination, byte[] bytes, int offset, int length) {
        return sum(source, destination, bytes, offset, length) == 0;
    }

    private static int sum(Ipv6Address source, Ipv6Address destination, byte[] bytes, int offset, int length) {
        return new Checksum().addPseudoHeader(source, destination, PROTOCOL, length).add(bytes, offset, length).value();
    }

    /** True if it tells of a packet that did not arrive; no error is ever sent about an error (RFC 4443, 2.4). */
    public boolean isError() {
        return type < 128;
    }

    private boolean isPlainError() {
        return type >= UNREACHABLE && type <= PARAMETER_PROBLEM;
    }

    public boolean isEcho() {
        return type == ECHO_REQUEST || type == ECHO_REPLY;
    }

    /** The message as a layer of a dissected frame. */
    public Envelope describe(byte[] frame, int offset, int length, Ipv6Address source, Ipv6Address destination) {
        List<FieldValue> fields = new ArrayList<>(HEAD.describe(frame, offset,
                value -> value.field() == TYPE ? value.meaning(typeName()) : value));
        int headerLength = length;
        if (isEcho()) {
            fields.addAll(ECHO.describe(frame, offset));
            headerLength = BODY_LENGTH;
        } else if (isPlainError()) {
            fields.add(FieldTable.value(type == PACKET_TOO_BIG ? MTU : type == PARAMETER_PROBLEM ? POINTER : RESERVED,
                    frame, (offset + LENGTH) * 8, 32));
            headerLength = BODY_LENGTH;
        } else if (NdMessage.parse(frame, offset, length).isPresent()) {
            fields.addAll(NdMessage.describe(frame, offset, length));
        } else if (MldMessage.parse(frame, offset, length).isPresent()) {
            fields.addAll(MldMessage.describe(frame, offset, length));
        } else if (length > LENGTH) {
            fields.add(FieldTable.value(DATA, frame, (offset + LENGTH) * 8, (length - LENGTH) * 8));
        }
        List<String> problems = verify(source, destination, frame, offset, length) ? List.of()
                : List.of(Checksum.problem(checksum, right(frame, offset, length, source, destination)));
        return new Envelope(Layer.NETWORK, "ICMPv6", "icmpv6", typeName(), offset, headerLength,
                length - headerLength, 0, fields, problems);
    }

    private static int right(byte[] frame, int offset, int length, Ipv6Address source, Ipv6Address destination) {
        byte[] copy = Arrays.copyOfRange(frame, offset, offset + length);
        CHECKSUM.write(copy, 0, 0);
        return sum(source, destination, copy, 0, length);
    }

    /** What Wireshark calls the type. */
    public String typeName() {
        return switch (type) {
            case UNREACHABLE -> "Destination Unreachable";
            case PACKET_TOO_BIG -> "Packet Too Big";
            case TIME_EXCEEDED -> "Time Exceeded";
            case PARAMETER_PROBLEM -> "Parameter Problem";
            case ECHO_REQUEST -> "Echo (ping) request";
            case ECHO_REPLY -> "Echo (ping) reply";
            case MldMessage.QUERY -> "Multicast Listener Query";
            case MldMessage.REPORT -> "Multicast Listener Report";
            case MldMessage.DONE -> "Multicast Listener Done";
            case NdMessage.ROUTER_SOLICITATION -> "Router Solicitation";
            case NdMessage.ROUTER_ADVERTISEMENT -> "Router Advertisement";
            case NdMessage.NEIGHBOUR_SOLICITATION -> "Neighbor Solicitation";
            case NdMessage.NEIGHBOUR_ADVERTISEMENT -> "Neighbor Advertisement";
            case 137 -> "Redirect";
            case MldMessage.REPORT_V2 -> "Multicast Listener Report Message v2";
            default -> "type " + type;
        };
    }
}
