package org.sockeye.stack.wire;

import java.util.List;
import org.sockeye.stack.wire.Field.Format;

/**
 * The fragment header of IPv6 (RFC 8200, section 4.5): which part of a packet too large for its way this is.
 *
 * <pre>
 * +---------------+---------------+-------------------------+---+-+
 * |  Next Header  |   Reserved    |     Fragment Offset     |Res|M|
 * +---------------+---------------+-------------------------+---+-+
 * |                         Identification                        |
 * +---------------------------------------------------------------+
 * </pre>
 *
 * @param nextHeader what the whole packet's fragmented part begins with
 * @param offset where this part stands in it, in bytes
 * @param more true unless this is the last part
 * @param identification what the parts of one packet have in common, 32 bits
 */
public record Ipv6Fragment(int nextHeader, int offset, boolean more, int identification) {

    /** Its number as a next header. */
    public static final int PROTOCOL = 44;
    public static final int LENGTH = 8;
    /** Where its offset stands, in bytes from its start. */
    public static final int OFFSET_OFFSET = 2;

    private static final Field NEXT = new Field("ipv6.fraghdr.nxt", "Next Header", 0, 8, Format.DECIMAL,
            "What the fragmented part begins with. RFC 8200, section 4.5.");
    private static final Field RESERVED = new Field("ipv6.fraghdr.reserved_octet", "Reserved", 8, 8, Format.HEX,
            "Zero. RFC 8200, section 4.5.");
    private static final Field OFFSET = new Field("ipv6.fraghdr.offset", "Offset", 16, 13, Format.DECIMAL,
            "Where this fragment belongs in the whole, counted in units of 8 bytes. RFC 8200, section 4.5.");
    private static final Field RESERVED_BITS = new Field("ipv6.fraghdr.reserved_bits", "Reserved Bits", 29, 2,
            Format.DECIMAL, "Zero. RFC 8200, section 4.5.");
    private static final Field MORE = new Field("ipv6.fraghdr.more", "More Fragments", 31, 1, Format.FLAG,
            "Set in every fragment but the last. RFC 8200, section 4.5.");
    private static final Field IDENTIFICATION = new Field("ipv6.fraghdr.ident", "Identification", 32, 32, Format.HEX,
            "Tells the receiver which fragments belong together. RFC 8200, section 4.5; RFC 7739.");
    private static final FieldTable TABLE = new FieldTable(NEXT, RESERVED, OFFSET, RESERVED_BITS, MORE, IDENTIFICATION);

    /** The fields that it has. */
    public static List<Field> fields() {
        return TABLE.fields();
    }

    /** Reads the header, of which eight bytes must be there. */
    static Ipv6Fragment parse(byte[] bytes, int offset) {
        return new Ipv6Fragment((int) NEXT.read(bytes, offset), (int) OFFSET.read(bytes, offset) * 8,
                MORE.read(bytes, offset) == 1, (int) IDENTIFICATION.read(bytes, offset));
    }

    /** The header's eight bytes. */
    public byte[] emit() {
        byte[] bytes = new byte[LENGTH];
        NEXT.write(bytes, 0, nextHeader);
        OFFSET.write(bytes, 0, offset / 8);
        MORE.write(bytes, 0, more ? 1 : 0);
        IDENTIFICATION.write(bytes, 0, identification);
        return bytes;
    }

    /** True if this is a part only; a whole packet may have a fragment header too (RFC 6946). */
    public boolean isPart() {
        return more || offset > 0;
    }

    List<FieldValue> describe(byte[] frame, int at) {
        return TABLE.describe(frame, at,
                value -> value.field() == OFFSET ? value.meaning(offset + " bytes") : value);
    }
}
