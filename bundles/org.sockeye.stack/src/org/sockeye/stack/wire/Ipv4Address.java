package org.sockeye.stack.wire;

import org.jspecify.annotations.Nullable;

/**
 * An IPv4 address (RFC 791, section 3.2).
 *
 * @param bits the four bytes as one number, first byte highest
 */
public record Ipv4Address(int bits) implements IpAddress {

    /** 0.0.0.0, "any address of this host". */
    public static final Ipv4Address ANY = new Ipv4Address(0);

    /** 127.0.0.1 (RFC 1122, section 3.2.1.3). */
    public static final Ipv4Address LOOPBACK = of(127, 0, 0, 1);

    /** 255.255.255.255, every host on this link (RFC 919). */
    public static final Ipv4Address BROADCAST = new Ipv4Address(-1);

    public static Ipv4Address of(int a, int b, int c, int d) {
        return new Ipv4Address((a & 0xff) << 24 | (b & 0xff) << 16 | (c & 0xff) << 8 | d & 0xff);
    }

    /** Reads four bytes in network order, starting at {@code offset}. */
    public static Ipv4Address of(byte[] bytes, int offset) {
        return of(bytes[offset], bytes[offset + 1], bytes[offset + 2], bytes[offset + 3]);
    }

    /**
     * Reads dotted decimal, such as {@code 10.0.1.2}.
     *
     * @throws IllegalArgumentException if {@code text} is not four numbers from 0 to 255 with dots between
     */
    public static Ipv4Address parse(String text) {
        String[] parts = text.split("\\.", -1);
        int bits = 0;
        for (String part : parts) {
            if (parts.length != 4 || !part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not an IPv4 address; write four numbers from 0 to 255, like 10.0.1.2");
            }
            bits = bits << 8 | Integer.parseInt(part);
        }
        return new Ipv4Address(bits);
    }

    @Override
    public byte[] toBytes() {
        return new byte[] { (byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits };
    }

    @Override
    public int bitLength() {
        return 32;
    }

    @Override
    public Ipv4Address network(int prefix) {
        return new Ipv4Address(bits & mask(prefix));
    }

    @Override
    public boolean sharesPrefix(IpAddress other, int prefix) {
        return other instanceof Ipv4Address four && ((bits ^ four.bits) & mask(prefix)) == 0;
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << 32 - prefix;
    }

    @Override
    public Ipv4Address any() {
        return ANY;
    }

    @Override
    public Ipv4Address loopback() {
        return LOOPBACK;
    }

    @Override
    public boolean covers(IpAddress other) {
        return isUnspecified() ? other instanceof Ipv4Address : equals(other);
    }

    @Override
    public boolean isLinkLocal() {
        return bits >>> 16 == 0xa9fe;
    }

    @Override
    public boolean isLoopback() {
        return bits >>> 24 == 127;
    }

    @Override
    public boolean isMulticast() {
        return bits >>> 28 == 0xe;
    }

    @Override
    public boolean isUnspecified() {
        return bits == 0;
    }

    /** By number, before all of IPv6. */
    @Override
    public int compareTo(IpAddress other) {
        return switch (other) {
            case Ipv4Address four -> Integer.compareUnsigned(bits, four.bits);
            case Ipv6Address six -> -1;
        };
    }

    // Written out, as addresses are looked up for each packet and what the compiler makes of a record is slower.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ipv4Address four && bits == four.bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }
}
