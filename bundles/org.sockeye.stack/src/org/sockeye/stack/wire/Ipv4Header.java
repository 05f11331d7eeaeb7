package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/**
 * The IPv4 header (RFC 791, section 3.1).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-------+-------+-----------+---+-------------------------------+
 * |Version|  IHL  |   DSCP    |ECN|         Total Length          |
 * +-------+-------+-----------+---+-----+-------------------------+
 * |         Identification        |Flags|     Fragment Offset     |
 * +---------------+---------------+-----+-------------------------+
 * |  Time to Live |    Protocol   |        Header Checksum        |
 * +---------------+---------------+-------------------------------+
 * |                        Source Address                         |
 * +---------------------------------------------------------------+
 * |                      Destination Address                      |
 * +---------------------------------------------------------------+
 * |                    Options, 0 to 40 bytes                     |
 * +---------------------------------------------------------------+
 * </pre>
 *
 * @param services the treatment asked for and the congestion met on the way, 0 to 255 (RFC 2474, RFC 3168)
 * @param totalLength bytes of header and payload
 * @param identification the same in all fragments of one datagram
 * @param dontFragment true if a router must rather drop it
 * @param moreFragments true if this is a fragment and not the last
 * @param fragmentOffset where this fragment's payload stands in the whole datagram's, in bytes
 * @param ttl how many more routers may forward it, and one
 * @param protocol what the payload is: 1 ICMP, 6 TCP, 17 UDP
 * @param checksum of the header alone, as it was found
 * @param source the sending host
 * @param destination the host it is for
 * @param options what stands behind the fixed part
 */
public record Ipv4Header(int services, int totalLength, int identification, boolean dontFragment,
        boolean moreFragments, int fragmentOffset, int ttl, int protocol, int checksum, Ipv4Address source,
        Ipv4Address destination, Ipv4Options options) {

    /** Bytes of a header without options. */
    public static final int LENGTH = 20;

    private static final Field VERSION = new Field("ip.version", "Version", 0, 4, Format.DECIMAL,
            "4: this is IPv4. RFC 791, section 3.1.");
    private static final Field HEADER_LENGTH = new Field("ip.hdr_len", "Header Length", 4, 4, Format.DECIMAL,
            "The header's length, counted in words of 4 bytes; more than 20 bytes mean options. RFC 791, section 3.1.");
    private static final Field SERVICES = new Field("ip.dsfield", "Differentiated Services", 8, 8, Format.HEX,
            "How urgently routers should treat it, and whether they are congested. RFC 2474; RFC 3168.");
    private static final Field DSCP = new Field("ip.dsfield.dscp", "Code Point", 8, 6, Format.DECIMAL,
            "The treatment asked for; 0 is the default, best effort. RFC 2474, section 3.");
    private static final Field ECN = new Field("ip.dsfield.ecn", "Congestion Notification", 14, 2, Format.DECIMAL,
            "Lets a router mark a datagram instead of dropping it. RFC 3168, section 5.");
    private static final Field TOTAL_LENGTH = new Field("ip.len", "Total Length", 16, 16, Format.DECIMAL,
            "Bytes of header and payload; what follows in the frame is padding. RFC 791, section 3.1.");
    private static final Field IDENTIFICATION = new Field("ip.id", "Identification", 32, 16, Format.HEX,
            "Tells the receiver which fragments belong together. RFC 791, section 3.1; RFC 6864.");
    private static final Field FLAGS = new Field("ip.flags", "Flags", 48, 3, Format.HEX,
            "Whether the datagram may be, or has been, cut into fragments. RFC 791, section 3.1.");
    private static final Field RESERVED = new Field("ip.flags.rb", "Reserved Bit", 48, 1, Format.FLAG,
            "Must be zero. RFC 791, section 3.1.");
    private static final Field DONT_FRAGMENT = new Field("ip.flags.df", "Don't Fragment", 49, 1, Format.FLAG,
            "A router that would have to cut it drops it instead and says so. RFC 791, section 3.1; RFC 1191.");
    private static final Field MORE_FRAGMENTS = new Field("ip.flags.mf", "More Fragments", 50, 1, Format.FLAG,
            "Set in every fragment but the last. RFC 791, section 3.1.");
    private static final Field FRAGMENT_OFFSET = new Field("ip.frag_offset", "Fragment Offset", 51, 13, Format.DECIMAL,
            "Where this fragment belongs in the whole payload, counted in units of 8 bytes. RFC 791, section 3.1.");
    private static final Field TTL = new Field("ip.ttl", "Time to Live", 64, 8, Format.DECIMAL,
            "Every router takes one off and drops the datagram at zero, so that none circles for ever. RFC 791, "
                    + "section 3.2.");
    private static final Field PROTOCOL = new Field("ip.proto", "Protocol", 72, 8, Format.DECIMAL,
            "Whose the payload is: 1 ICMP, 6 TCP, 17 UDP. RFC 791, section 3.1.");
    private static final Field CHECKSUM = new Field("ip.checksum", "Header Checksum", 80, 16, Format.HEX,
            "Covers this header alone; every router computes it anew, as it changes the TTL. RFC 791, section 3.1.");
    private static final Field SOURCE = new Field("ip.src", "Source Address", 96, 32, Format.IP,
            "The interface of the host that sent it; stays the same all the way. RFC 791, section 3.1.");
    private static final Field DESTINATION = new Field("ip.dst", "Destination Address", 128, 32, Format.IP,
            "The interface of the host it is for; routers choose the way by it. RFC 791, section 3.1.");
    private static final FieldTable TABLE = new FieldTable(VERSION, HEADER_LENGTH, SERVICES, DSCP, ECN, TOTAL_LENGTH,
            IDENTIFICATION, FLAGS, RESERVED, DONT_FRAGMENT, MORE_FRAGMENTS, FRAGMENT_OFFSET, TTL, PROTOCOL, CHECKSUM,
            SOURCE, DESTINATION);
    private static final Field OPTIONS = new Field("ip.options", "Options", 160, 0, Format.BYTES,
            "Rarely used; passed on unread. RFC 791, section 3.1.");

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(TABLE.fields(), List.of(OPTIONS));
    }

    /** A header for a whole datagram; its checksum is computed when it is emitted. */
    public static Ipv4Header of(Ipv4Address source, Ipv4Address destination, int protocol, int ttl, int identification,
            int payloadLength) {
        return new Ipv4Header(0, LENGTH + payloadLength, identification, false, false, 0, ttl, protocol, 0, source,
                destination, Ipv4Options.NONE);
    }

    /** The same with other services, 0 to 255. */
    public Ipv4Header withServices(int other) {
        return new Ipv4Header(other, totalLength, identification, dontFragment, moreFragments, fragmentOffset, ttl,
                protocol, 0, source, destination, options);
    }

    /** The same, which routers may cut or not. */
    public Ipv4Header withDontFragment(boolean whole) {
        return new Ipv4Header(services, totalLength, identification, whole, moreFragments, fragmentOffset, ttl,
                protocol, 0, source, destination, options);
    }

    /** The same with options. */
    public Ipv4Header withOptions(Ipv4Options other) {
        return new Ipv4Header(services, payloadLength() + LENGTH + other.length(), identification, dontFragment,
                moreFragments, fragmentOffset, ttl, protocol, 0, source, destination, other);
    }

    /** The header of one fragment of this datagram, with the given part of its payload. */
    public Ipv4Header fragment(int offset, int payloadLength, boolean more) {
        Ipv4Options carried = offset == 0 ? options : options.copied();
        return new Ipv4Header(services, LENGTH + carried.length() + payloadLength, identification, dontFragment, more,
                offset, ttl, protocol, 0, source, destination, carried);
    }

    /** Bytes, 20 to 60. */
    public int headerLength() {
        return LENGTH + options.length();
    }

    /** Reads the header; empty if {@code length} bytes cannot hold the datagram or it contradicts itself. */
    public static Optional<Ipv4Header> parse(byte[] bytes, int offset, int length) {
        return parseQuoted(bytes, offset, length).filter(header -> header.totalLength <= length);
    }

    /** Reads the header of a datagram of which an ICMP error quotes only the first {@code length} bytes. */
    public static Optional<Ipv4Header> parseQuoted(byte[] bytes, int offset, int length) {
        if (length < LENGTH || VERSION.read(bytes, offset) != 4) {
            return Optional.empty();
        }
        int headerLength = (int) HEADER_LENGTH.read(bytes, offset) * 4;
        int totalLength = (int) TOTAL_LENGTH.read(bytes, offset);
        if (headerLength < LENGTH || headerLength > length || totalLength < headerLength) {
            return Optional.empty();
        }
        return Optional.of(new Ipv4Header((int) SERVICES.read(bytes, offset), totalLength,
                (int) IDENTIFICATION.read(bytes, offset),
                DONT_FRAGMENT.read(bytes, offset) == 1, MORE_FRAGMENTS.read(bytes, offset) == 1,
                (int) FRAGMENT_OFFSET.read(bytes, offset) * 8, (int) TTL.read(bytes, offset),
                (int) PROTOCOL.read(bytes, offset), (int) CHECKSUM.read(bytes, offset),
                Ipv4Address.of(bytes, offset + 12), Ipv4Address.of(bytes, offset + 16),
                Ipv4Options.of(bytes, offset + LENGTH, headerLength - LENGTH)));
    }

    /** The header's bytes, with their checksum. */
    public byte[] emit() {
        byte[] bytes = new byte[headerLength()];
        VERSION.write(bytes, 0, 4);
        HEADER_LENGTH.write(bytes, 0, headerLength() / 4);
        SERVICES.write(bytes, 0, services);
        TOTAL_LENGTH.write(bytes, 0, totalLength);
        IDENTIFICATION.write(bytes, 0, identification);
        DONT_FRAGMENT.write(bytes, 0, dontFragment ? 1 : 0);
        MORE_FRAGMENTS.write(bytes, 0, moreFragments ? 1 : 0);
        FRAGMENT_OFFSET.write(bytes, 0, fragmentOffset / 8);
        TTL.write(bytes, 0, ttl);
        PROTOCOL.write(bytes, 0, protocol);
        SOURCE.write(bytes, 0, source.bits());
        DESTINATION.write(bytes, 0, destination.bits());
        options.write(bytes, LENGTH);
        CHECKSUM.write(bytes, 0, new Checksum().add(bytes, 0, headerLength()).value());
        return bytes;
    }

    /** Takes one off the TTL of a datagram that is the caller's to change, as a router does, and mends its checksum. */
    public Ipv4Header decrementTtl(byte[] datagram) {
        return decrementTtl(datagram, 0);
    }

    /** The same for a datagram that starts at {@code offset}. */
    public Ipv4Header decrementTtl(byte[] bytes, int offset) {
        TTL.write(bytes, offset, ttl - 1L);
        CHECKSUM.write(bytes, offset, 0);
        int mended = new Checksum().add(bytes, offset, headerLength()).value();
        CHECKSUM.write(bytes, offset, mended);
        return new Ipv4Header(services, totalLength, identification, dontFragment, moreFragments, fragmentOffset,
                ttl - 1, protocol, mended, source, destination, options);
    }

    /** True if the header's checksum is right. */
    public boolean verify(byte[] bytes, int offset) {
        return new Checksum().add(bytes, offset, headerLength()).value() == 0;
    }

    /** True if this is a part of a datagram only. */
    public boolean isFragment() {
        return moreFragments || fragmentOffset > 0;
    }

    /** Bytes behind the header. */
    public int payloadLength() {
        return totalLength - headerLength();
    }

    /** The header as a layer of a dissected frame. */
    public Envelope describe(byte[] frame, int offset) {
        List<FieldValue> fields = new ArrayList<>(TABLE.describe(frame, offset, this::words));
        if (headerLength() > LENGTH) {
            fields.add(FieldTable.value(OPTIONS, frame, (offset + LENGTH) * 8, (headerLength() - LENGTH) * 8));
        }
        List<String> problems = verify(frame, offset) ? List.of()
                : List.of(Checksum.problem(checksum, rightChecksum(frame, offset)));
        String summary = source + " → " + destination + (isFragment() ? ", fragment at " + fragmentOffset : "");
        return new Envelope(Layer.NETWORK, "IPv4", "ip", summary, offset, headerLength(), payloadLength(), 0, fields,
                problems);
    }

    private FieldValue words(FieldValue value) {
        if (value.field() == HEADER_LENGTH) {
            return value.as((long) headerLength(), headerLength() + " bytes (" + headerLength() / 4 + ")");
        }
        if (value.field() == FRAGMENT_OFFSET) {
            return value.as(value.value(), fragmentOffset + " bytes (" + fragmentOffset / 8 + ")");
        }
        return value.field() == PROTOCOL ? value.meaning(protocolName(protocol)) : value;
    }

    private int rightChecksum(byte[] frame, int offset) {
        byte[] copy = Arrays.copyOfRange(frame, offset, offset + headerLength());
        CHECKSUM.write(copy, 0, 0);
        return new Checksum().add(copy, 0, headerLength()).value();
    }

    private static String protocolName(int protocol) {
        return switch (protocol) {
            case 1 -> "ICMP";
            case 6 -> "TCP";
            case 17 -> "UDP";
            default -> "unknown";
        };
    }
}
