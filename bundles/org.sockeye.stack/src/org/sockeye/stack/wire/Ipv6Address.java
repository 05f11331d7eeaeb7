package org.sockeye.stack.wire;

import java.util.StringJoiner;

/**
 * An IPv6 address (RFC 4291).
 *
 * @param high the first eight bytes as one number, first byte highest
 * @param low the last eight bytes likewise
 */
public record Ipv6Address(long high, long low) implements IpAddress {

    /** How many bytes it has. */
    public static final int LENGTH = 16;

    /** {@code ::}, "any address of this host". */
    public static final Ipv6Address ANY = new Ipv6Address(0, 0);

    /** {@code ::1} (RFC 4291, section 2.5.3). */
    public static final Ipv6Address LOOPBACK = new Ipv6Address(0, 1);

    /** {@code ff02::1}, every node on this link (RFC 4291, section 2.7.1). */
    public static final Ipv6Address ALL_NODES = new Ipv6Address(0xff02L << 48, 1);

    /** {@code ff02::2}, every router on this link. */
    public static final Ipv6Address ALL_ROUTERS = new Ipv6Address(0xff02L << 48, 2);

    private static final long LINK_LOCAL = 0xfe80L << 48;
    private static final int GROUPS = 8;

    /** Reads sixteen bytes in network order, starting at {@code offset}. */
    public static Ipv6Address of(byte[] bytes, int offset) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | bytes[offset + i] & 0xff;
            low = low << 8 | bytes[offset + 8 + i] & 0xff;
        }
        return new Ipv6Address(high, low);
    }

    /**
     * Reads the text form (RFC 4291, section 2.2), such as {@code 2001:db8::1} or {@code ::ffff:10.0.1.2}.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static Ipv6Address parse(String text) {
        int gap = text.indexOf("::");
        int[] front = groups(text, gap < 0 ? text : text.substring(0, gap), gap < 0);
        int[] back = groups(text, gap < 0 ? "" : text.substring(gap + 2), true);
        int written = front.length + back.length;
        if (gap < 0 ? written != GROUPS : written >= GROUPS) {
            throw wrong(text);
        }
        int[] all = new int[GROUPS];
        System.arraycopy(front, 0, all, 0, front.length);
        System.arraycopy(back, 0, all, GROUPS - back.length, back.length);
        return new Ipv6Address(join(all, 0), join(all, 4));
    }

    private static long join(int[] groups, int from) {
        long bits = 0;
        for (int i = from; i < from + 4; i++) {
            bits = bits << 16 | groups[i];
        }
        return bits;
    }

    /** The groups of 16 bits in a part of the text; at its end, {@code last}, two may be written as an IPv4 address. */
    private static int[] groups(String text, String part, boolean last) {
        if (part.isEmpty()) {
            return new int[0];
        }
        String[] written = part.split(":", -1);
        boolean embedded = last && written[written.length - 1].contains(".");
        int[] groups = new int[written.length + (embedded ? 1 : 0)];
        int plain = embedded ? written.length - 1 : written.length;
        for (int i = 0; i < plain; i++) {
            if (!written[i].matches("[0-9a-fA-F]{1,4}")) {
                throw wrong(text);
            }
            groups[i] = Integer.parseInt(written[i], 16);
        }
        if (embedded) {
            int four = embedded(text, written[plain]);
            groups[plain] = four >>> 16;
            groups[plain + 1] = four & 0xffff;
        }
        return groups;
    }

    private static int embedded(String text, String four) {
        try {
            return Ipv4Address.parse(four).bits();
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("'" + text + "' is not an IPv6 address; write up to eight groups of four "
                + "hexadecimal digits with one '::' for groups of zeros, like 2001:db8::1");
    }

    /** The address that an interface gives itself on its link, from its MAC address (RFC 4291, appendix A). */
    public static Ipv6Address linkLocal(MacAddress mac) {
        return new Ipv6Address(LINK_LOCAL, interfaceIdentifier(mac));
    }

    /** The modified EUI-64 of a MAC address: ff:fe in its middle, and the universal bit turned. */
    public static long interfaceIdentifier(MacAddress mac) {
        long bits = mac.bits();
        return (bits >>> 24 << 40 | 0xfffeL << 24 | bits & 0xff_ffffL) ^ 1L << 57;
    }

    /** The group that whoever looks for this address's interface asks (RFC 4291, section 2.7.1). */
    public Ipv6Address solicitedNode() {
        return new Ipv6Address(ALL_NODES.high, 0x1_ff00_0000L | low & 0xff_ffffL);
    }

    /** True if {@link #solicitedNode()} of some address gave it. */
    public boolean isSolicitedNode() {
        return high == ALL_NODES.high && low >>> 24 == 0x1ff;
    }

    /** How far a group's packets may go: 1 interface, 2 link, 5 site, 14 everywhere (RFC 4291, section 2.7). */
    public int multicastScope() {
        return isMulticast() ? (int) (high >>> 48) & 0xf : 0;
    }

    /** True if it stands for an IPv4 address, as {@code ::ffff:10.0.1.2} (RFC 4291, section 2.5.5.2). */
    public boolean isIpv4Mapped() {
        return high == 0 && low >>> 32 == 0xffff;
    }

    @Override
    public byte[] toBytes() {
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (high >>> 56 - 8 * i);
            bytes[8 + i] = (byte) (low >>> 56 - 8 * i);
        }
        return bytes;
    }

    @Override
    public int bitLength() {
        return 128;
    }

    @Override
    public Ipv6Address network(int prefix) {
        return new Ipv6Address(high & mask(prefix), low & mask(prefix - 64));
    }

    @Override
    public boolean sharesPrefix(IpAddress other, int prefix) {
        return other instanceof Ipv6Address six && ((high ^ six.high) & mask(prefix)) == 0
                && ((low ^ six.low) & mask(prefix - 64)) == 0;
    }

    /** A half with the first {@code ones} bits set; all if there are more than it has. */
    private static long mask(int ones) {
        return ones <= 0 ? 0 : ones >= 64 ? -1 : -1L << 64 - ones;
    }

    @Override
    public Ipv6Address any() {
        return ANY;
    }

    @Override
    public Ipv6Address loopback() {
        return LOOPBACK;
    }

    @Override
    public boolean isLoopback() {
        return high == 0 && low == 1;
    }

    @Override
    public boolean isLinkLocal() {
        return high >>> 54 == LINK_LOCAL >>> 54;
    }

    @Override
    public boolean isMulticast() {
        return high >>> 56 == 0xff;
    }

    @Override
    public boolean isUnspecified() {
        return (high | low) == 0;
    }

    @Override
    public boolean covers(IpAddress other) {
        return isUnspecified() || equals(other);
    }

    /** By number; those of IPv4 come first. */
    @Override
    public int compareTo(IpAddress other) {
        return switch (other) {
            case Ipv4Address four -> 1;
            case Ipv6Address six -> high == six.high ? Long.compareUnsigned(low, six.low)
                    : Long.compareUnsigned(high, six.high);
        };
    }

    /** The recommended text form (RFC 5952): lower case, and the longest run of zero groups, the first of equals, left out. */
    @Override
    public String toString() {
        if (isIpv4Mapped()) {
            return "::ffff:" + new Ipv4Address((int) low);
        }
        int start = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosFrom(i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        return length < 2 ? text(0, GROUPS) : text(0, start) + "::" + text(start + length, GROUPS);
    }

    private int group(int index) {
        return (int) ((index < 4 ? high : low) >>> 48 - 16 * (index & 3)) & 0xffff;
    }

    private int zerosFrom(int index) {
        int end = index;
        while (end < GROUPS && group(end) == 0) {
            end++;
        }
        return end - index;
    }

    private String text(int from, int to) {
        StringJoiner text = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            text.add(Integer.toHexString(group(i)));
        }
        return text.toString();
    }
}
