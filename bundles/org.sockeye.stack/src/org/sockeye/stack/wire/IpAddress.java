package org.sockeye.stack.wire;

/** An address of the network layer, of either family. */
public sealed interface IpAddress extends Comparable<IpAddress> permits Ipv4Address, Ipv6Address {

    /**
     * Reads an address of either family, such as {@code 10.0.1.2} or {@code 2001:db8::1}.
     *
     * @throws IllegalArgumentException if {@code text} is none; the message says how to write one
     */
    static IpAddress parse(String text) {
        return text.contains(":") ? Ipv6Address.parse(text) : Ipv4Address.parse(text);
    }

    /** The address in network byte order. */
    byte[] toBytes();

    /** How many bits addresses of this family have: 32 or 128. */
    int bitLength();

    /** The same address with all bits behind the first {@code prefix} zero. */
    IpAddress network(int prefix);

    /** True if {@code other} is of the same family and its first {@code prefix} bits are the same. */
    boolean sharesPrefix(IpAddress other, int prefix);

    /** The address of this family that stands for "any address of this host". */
    IpAddress any();

    /** The address of this family by which a host reaches itself. */
    IpAddress loopback();

    boolean isLoopback();

    /** True if it means the same host on one link only (RFC 3927; RFC 4291, section 2.5.6). */
    boolean isLinkLocal();

    boolean isMulticast();

    /** True for the address that stands for "any address of this host". */
    boolean isUnspecified();

    /**
     * True if a socket bound to this address takes what arrives for {@code other}: it is the same, or this one stands for
     * any. The IPv6 one stands for those of IPv4 too, as on Linux (RFC 3493, section 3.7).
     */
    boolean covers(IpAddress other);
}
