package org.sockeye.stack.wire;

import java.util.HexFormat;

/**
 * A link-layer address (IEEE 802, EUI-48).
 *
 * @param bits the six bytes as one number, first byte highest
 */
public record MacAddress(long bits) {

    /** ff:ff:ff:ff:ff:ff, every interface on this link. */
    public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

    /** Reads six bytes, starting at {@code offset}. */
    public static MacAddress of(byte[] bytes, int offset) {
        return new MacAddress(bits(bytes, offset));
    }

    /** The number that six bytes are, starting at {@code offset}; for tables that are asked about every frame. */
    public static long bits(byte[] bytes, int offset) {
        long bits = 0;
        for (int i = 0; i < 6; i++) {
            bits = bits << 8 | bytes[offset + i] & 0xff;
        }
        return bits;
    }

    public byte[] toBytes() {
        byte[] bytes = new byte[6];
        put(bytes, 0);
        return bytes;
    }

    /** Writes six bytes, starting at {@code offset}. */
    public void put(byte[] bytes, int offset) {
        for (int i = 0; i < 6; i++) {
            bytes[offset + i] = (byte) (bits >> 8 * (5 - i));
        }
    }

    /** True for broadcast and multicast: the group bit, lowest of the first byte, is set. */
    public boolean isGroup() {
        return (bits >> 40 & 1) == 1;
    }

    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").formatHex(toBytes());
    }
}
