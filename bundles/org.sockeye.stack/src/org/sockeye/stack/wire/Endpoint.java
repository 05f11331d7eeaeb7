package org.sockeye.stack.wire;

import org.jspecify.annotations.Nullable;

/**
 * Where a process is reached: an address of its host and a port.
 *
 * @param address the host's address, or the unspecified one for "any"
 * @param port 0 to 65535; 0 for "any free one"
 */
public record Endpoint(IpAddress address, int port) {

    public Endpoint {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("port " + port + " is not in 0 to 65535");
        }
    }

    /** True if two sockets cannot have both: the ports are the same, and an address may be meant by either. */
    public boolean overlaps(Endpoint other) {
        return port == other.port && (address.covers(other.address) || other.address.covers(address));
    }

    /** True if the addresses are of different versions of IP. */
    public boolean isApart(Endpoint other) {
        return address.bitLength() != other.address.bitLength();
    }

    // Written out, as endpoints are looked up for each packet and what the compiler makes of a record is slower.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Endpoint endpoint && port == endpoint.port && address.equals(endpoint.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode() * 31 + port;
    }

    /** Such as {@code 10.0.1.2:80} or {@code [2001:db8::1]:80} (RFC 3986, section 3.2.2). */
    @Override
    public String toString() {
        return switch (address) {
            case Ipv4Address four -> four + ":" + port;
            case Ipv6Address six -> "[" + six + "]:" + port;
        };
    }
}
