package org.sockeye.stack.network;

import java.util.Optional;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/**
 * Addresses that begin with the same bits (RFC 4632; RFC 4291, section 2.3).
 *
 * @param address the first of them; all bits behind the prefix are zero
 * @param prefix how many bits they have in common, 0 to 32, or to 128 for IPv6
 */
public record Subnet(IpAddress address, int prefix) {

    /** Every address of IPv4. */
    public static final Subnet ALL = new Subnet(Ipv4Address.ANY, 0);

    /** Every address of IPv6. */
    public static final Subnet ALL_IPV6 = new Subnet(Ipv6Address.ANY, 0);

    public Subnet {
        if (prefix < 0 || prefix > address.bitLength()) {
            throw new IllegalArgumentException(
                    "a prefix has 0 to " + address.bitLength() + " bits, not " + prefix);
        }
        address = address.network(prefix);
    }

    /** Every address of the family of {@code address}. */
    public static Subnet all(IpAddress address) {
        return address instanceof Ipv6Address ? ALL_IPV6 : ALL;
    }

    public boolean contains(IpAddress other) {
        return address.sharesPrefix(other, prefix);
    }

    /** True if some address is in both, because one contains the other. */
    public boolean overlaps(Subnet other) {
        return contains(other.address) || other.contains(address);
    }

    /** The address that stands for every host of it (RFC 919); a link between two has none (RFC 3021), nor has IPv6. */
    public Optional<Ipv4Address> broadcast() {
        return prefix <= 30 && address instanceof Ipv4Address four
                ? Optional.of(new Ipv4Address(four.bits() | hosts()))
                : Optional.empty();
    }

    /** True if that is its {@link #broadcast} address. */
    public boolean isBroadcast(Ipv4Address other) {
        return prefix <= 30 && address instanceof Ipv4Address four && other.bits() == (four.bits() | hosts());
    }

    /** The bits behind the prefix. */
    private int hosts() {
        return prefix == 0 ? -1 : ~(-1 << 32 - prefix);
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
