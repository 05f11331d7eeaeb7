package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.wire.Field.Format;

/**
 * An extension header as it stands in a packet (RFC 8200, section 4): its type, where it starts and how long it is.
 *
 * @param type {@link #HOP_BY_HOP}, {@link #ROUTING}, {@link Ipv6Fragment#PROTOCOL} or {@link #DESTINATION}
 * @param offset where it starts, in bytes of what holds it
 * @param length its bytes
 */
public record Ipv6Extension(int type, int offset, int length) {

    public static final int HOP_BY_HOP = 0;
    public static final int ROUTING = 43;
    public static final int DESTINATION = 60;
    /** Says that nothing follows. */
    public static final int NOTHING = 59;

    /** Where its length stands, in bytes from its start, and where options or the routing type begin. */
    static final int LENGTH_OFFSET = 1;
    public static final int BODY_OFFSET = 2;

    private static final FieldTable HOP_TABLE = head("ipv6.hopopts");
    private static final FieldTable DESTINATION_TABLE = head("ipv6.dstopts");
    private static final Field ROUTING_TYPE = new Field("ipv6.routing.type", "Type", 16, 8, Format.DECIMAL,
            "How the addresses behind it are meant; 0 is no longer obeyed. RFC 8200, section 4.4; RFC 5095.");
    private static final Field SEGMENTS_LEFT = new Field("ipv6.routing.segleft", "Segments Left", 24, 8,
            Format.DECIMAL, "How many listed nodes are still to be visited. RFC 8200, section 4.4.");
    private static final FieldTable ROUTING_TABLE = new FieldTable(
            FieldTable.join(head("ipv6.routing").fields(), List.of(ROUTING_TYPE, SEGMENTS_LEFT)).toArray(Field[]::new));

    private static FieldTable head(String name) {
        return new FieldTable(
                new Field(name + ".nxt", "Next Header", 0, 8, Format.DECIMAL,
                        "What stands behind this header. RFC 8200, section 4."),
                new Field(name + ".len", "Length", 8, 8, Format.DECIMAL,
                        "Units of 8 bytes that follow the first 8. RFC 8200, section 4."),
                new Field(name + ".len_oct", "Length in Bytes", 8, 8, Format.DECIMAL,
                        "The whole header's length. RFC 8200, section 4."));
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(HOP_TABLE.fields(), DESTINATION_TABLE.fields(), ROUTING_TABLE.fields(),
                Ipv6Fragment.fields(), Ipv6Option.fields());
    }

    /** True if a header of that type can be walked over. */
    static boolean isKnown(int type) {
        return type == HOP_BY_HOP || type == ROUTING || type == DESTINATION || type == Ipv6Fragment.PROTOCOL;
    }

    /** What Wireshark calls the next header of that number. */
    static String name(int type) {
        return switch (type) {
            case HOP_BY_HOP -> "IPv6 Hop-by-Hop Option";
            case ROUTING -> "Routing Header for IPv6";
            case Ipv6Fragment.PROTOCOL -> "Fragment Header for IPv6";
            case DESTINATION -> "Destination Options for IPv6";
            case NOTHING -> "No Next Header for IPv6";
            case Icmpv6Message.PROTOCOL -> "ICMPv6";
            case 6 -> "TCP";
            case 17 -> "UDP";
            default -> "unknown";
        };
    }

    /** The number of what follows it. */
    int next(byte[] bytes) {
        return bytes[offset] & 0xff;
    }

    /** The type of a routing header, which decides what its addresses mean. */
    public int routingType(byte[] bytes) {
        return (int) ROUTING_TYPE.read(bytes, offset);
    }

    /** How many nodes a routing header still wants to be visited. */
    public int segmentsLeft(byte[] bytes) {
        return (int) SEGMENTS_LEFT.read(bytes, offset);
    }

    /** The options of a hop-by-hop or destination options header; none for other headers. */
    public List<Ipv6Option> options(byte[] bytes) {
        return type == HOP_BY_HOP || type == DESTINATION
                ? Ipv6Option.list(bytes, offset + BODY_OFFSET, offset + length)
                : List.of();
    }

    List<FieldValue> describe(byte[] frame) {
        if (type == Ipv6Fragment.PROTOCOL) {
            return Ipv6Fragment.parse(frame, offset).describe(frame, offset);
        }
        FieldTable table = type == ROUTING ? ROUTING_TABLE : type == DESTINATION ? DESTINATION_TABLE : HOP_TABLE;
        List<FieldValue> fields = new ArrayList<>(table.describe(frame, offset,
                value -> value.field().name().endsWith(".len_oct") ? value.as((long) length, length + " bytes")
                        : value));
        options(frame).forEach(option -> fields.addAll(option.describe(frame)));
        return fields;
    }
}
