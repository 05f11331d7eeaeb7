package org.sockeye.stack.wire;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/**
 * The IPv6 header (RFC 8200, section 3). Extension headers stand behind it and count as payload; see {@link Ipv6Chain}.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-------+---------------+---------------------------------------+
 * |Version| Traffic Class |              Flow Label               |
 * +-------+---------------+-------+---------------+---------------+
 * |        Payload Length         |  Next Header  |   Hop Limit   |
 * +-------------------------------+---------------+---------------+
 * |                   Source Address (16 bytes)                   |
 * +---------------------------------------------------------------+
 * |                Destination Address (16 bytes)                 |
 * +---------------------------------------------------------------+
 * </pre>
 *
 * @param trafficClass how routers should treat it: code point and congestion notification, as in IPv4
 * @param flowLabel 20 bits that the packets of one flow have in common, or 0
 * @param payloadLength bytes behind this header
 * @param nextHeader what stands behind it: an extension header, or a protocol as in IPv4
 * @param hopLimit how many more routers may forward it, and one
 * @param source the sending interface
 * @param destination the interface or group it is for
 */
public record Ipv6Header(int trafficClass, int flowLabel, int payloadLength, int nextHeader, int hopLimit,
        Ipv6Address source, Ipv6Address destination) {

    /** Bytes of the header. */
    public static final int LENGTH = 40;
    /** What every link that carries IPv6 can carry in one piece, in bytes (RFC 8200, section 5). */
    public static final int MINIMUM_MTU = 1280;
    /** Where the payload length stands, in bytes from the start. */
    public static final int PAYLOAD_LENGTH_OFFSET = 4;
    /** Where the next header's number stands. */
    public static final int NEXT_HEADER_OFFSET = 6;

    private static final int SOURCE_OFFSET = 8;
    private static final int DESTINATION_OFFSET = 24;

    private static final Field VERSION = new Field("ipv6.version", "Version", 0, 4, Format.DECIMAL,
            "6: this is IPv6. RFC 8200, section 3.");
    private static final Field IP_VERSION = new Field("ip.version", "IP Version", 0, 4, Format.DECIMAL,
            "The same, under the name that IPv4 has for it, so that one filter finds both.");
    private static final Field CLASS = new Field("ipv6.tclass", "Traffic Class", 4, 8, Format.HEX,
            "How urgently routers should treat it, and whether they are congested. RFC 8200, section 7; RFC 2474.");
    private static final Field DSCP = new Field("ipv6.tclass.dscp", "Code Point", 4, 6, Format.DECIMAL,
            "The treatment asked for; 0 is the default, best effort. RFC 2474, section 3.");
    private static final Field ECN = new Field("ipv6.tclass.ecn", "Congestion Notification", 10, 2, Format.DECIMAL,
            "Lets a router mark a packet instead of dropping it. RFC 3168, section 5.");
    private static final Field FLOW = new Field("ipv6.flow", "Flow Label", 12, 20, Format.HEX,
            "The same for all packets of a flow, so that routers can keep them together. RFC 6437.");
    private static final Field PAYLOAD_LENGTH = new Field("ipv6.plen", "Payload Length", 32, 16, Format.DECIMAL,
            "Bytes behind this header, extension headers included. RFC 8200, section 3.");
    private static final Field NEXT_HEADER = new Field("ipv6.nxt", "Next Header", 48, 8, Format.DECIMAL,
            "What stands behind it: an extension header, or 58 ICMPv6, 6 TCP, 17 UDP. RFC 8200, section 3.");
    private static final Field HOP_LIMIT = new Field("ipv6.hlim", "Hop Limit", 56, 8, Format.DECIMAL,
            "Every router takes one off and drops the packet at zero, so that none circles for ever. RFC 8200, "
                    + "section 3.");
    private static final Field SOURCE = new Field("ipv6.src", "Source Address", 64, 128, Format.IP,
            "The interface that sent it; stays the same all the way. RFC 8200, section 3.");
    private static final Field DESTINATION = new Field("ipv6.dst", "Destination Address", 192, 128, Format.IP,
            "The interface or group it is for; routers choose the way by it. RFC 8200, section 3.");
    private static final FieldTable TABLE = new FieldTable(VERSION, IP_VERSION, CLASS, DSCP, ECN, FLOW, PAYLOAD_LENGTH,
            NEXT_HEADER, HOP_LIMIT, SOURCE, DESTINATION);

    /** The fields that it has, without the one that it shares with IPv4. */
    public static List<Field> fields() {
        return TABLE.fields().stream().filter(field -> field != IP_VERSION).toList();
    }

    /** A header of the ordinary traffic class, without a flow label. */
    public static Ipv6Header of(Ipv6Address source, Ipv6Address destination, int nextHeader, int hopLimit,
            int payloadLength) {
        return new Ipv6Header(0, 0, payloadLength, nextHeader, hopLimit, source, destination);
    }

    /** The same header before another payload. */
    public Ipv6Header before(int otherNextHeader, int otherPayloadLength) {
        return new Ipv6Header(trafficClass, flowLabel, otherPayloadLength, otherNextHeader, hopLimit, source,
                destination);
    }

    /** Reads the header; empty if {@code length} bytes cannot hold the packet or it is not of version 6. */
    public static Optional<Ipv6Header> parse(byte[] bytes, int offset, int length) {
        return parseQuoted(bytes, offset, length).filter(header -> LENGTH + header.payloadLength <= length);
    }

    /** Reads the header of a packet of which an ICMPv6 error quotes only the first {@code length} bytes. */
    public static Optional<Ipv6Header> parseQuoted(byte[] bytes, int offset, int length) {
        if (length < LENGTH || VERSION.read(bytes, offset) != 6) {
            return Optional.empty();
        }
        return Optional.of(new Ipv6Header((int) CLASS.read(bytes, offset), (int) FLOW.read(bytes, offset),
                (int) PAYLOAD_LENGTH.read(bytes, offset), (int) NEXT_HEADER.read(bytes, offset),
                (int) HOP_LIMIT.read(bytes, offset), Ipv6Address.of(bytes, offset + SOURCE_OFFSET),
                Ipv6Address.of(bytes, offset + DESTINATION_OFFSET)));
    }

    /** The header's 40 bytes. */
    public byte[] emit() {
        byte[] bytes = new byte[LENGTH];
        VERSION.write(bytes, 0, 6);
        CLASS.write(bytes, 0, trafficClass);
        FLOW.write(bytes, 0, flowLabel);
        PAYLOAD_LENGTH.write(bytes, 0, payloadLength);
        NEXT_HEADER.write(bytes, 0, nextHeader);
        HOP_LIMIT.write(bytes, 0, hopLimit);
        System.arraycopy(source.toBytes(), 0, bytes, SOURCE_OFFSET, Ipv6Address.LENGTH);
        System.arraycopy(destination.toBytes(), 0, bytes, DESTINATION_OFFSET, Ipv6Address.LENGTH);
        return bytes;
    }

    /** Takes one off the hop limit of a packet that is the caller's to change, as a router does. */
    public void decrementHopLimit(byte[] bytes, int offset) {
        HOP_LIMIT.write(bytes, offset, hopLimit - 1L);
    }

    /** Bytes of header and payload. */
    public int totalLength() {
        return LENGTH + payloadLength;
    }

    /** The header with its extension headers as a layer of a dissected frame. */
    public Envelope describe(byte[] frame, int offset, Ipv6Chain chain) {
        List<FieldValue> fields = TABLE.describe(frame, offset,
                value -> value.field() == NEXT_HEADER ? value.meaning(Ipv6Extension.name(nextHeader)) : value);
        chain.extensions().forEach(extension -> fields.addAll(extension.describe(frame)));
        int length = chain.offset() - offset;
        String fragment = chain.fragment().filter(Ipv6Fragment::isPart)
                .map(part -> ", fragment at " + part.offset()).orElse("");
        return new Envelope(Layer.NETWORK, "IPv6", "ipv6", source + " → " + destination + fragment, offset, length,
                totalLength() - length, 0, fields, List.of());
    }
}
