package org.sockeye.stack.network;

import java.util.Optional;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * Addresses that begin with the same bits (RFC 4632).
 *
 * @param address the first of them; all bits behind the prefix are zero
 * @param prefix how many bits they have in common, 0 to 32
 */
public record Subnet(Ipv4Address address, int prefix) {

    /** Every address. */
    public static final Subnet ALL = new Subnet(Ipv4Address.ANY, 0);

    public Subnet {
        if (prefix < 0 || prefix > 32) {
            throw new IllegalArgumentException("a prefix has 0 to 32 bits, not " + prefix);
        }
        address = new Ipv4Address(address.bits() & mask(prefix));
    }

    public boolean contains(Ipv4Address other) {
        return (other.bits() & mask(prefix)) == address.bits();
    }

    /** The address that stands for every host of it (RFC 919); a link between two has none (RFC 3021). */
    public Optional<Ipv4Address> broadcast() {
        return prefix > 30 ? Optional.empty() : Optional.of(new Ipv4Address(address.bits() | ~mask(prefix)));
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << 32 - prefix;
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
