package org.sockeye.stack.topology;

import java.util.List;
import org.sockeye.stack.network.PathChoice;

/**
 * What may be asked of a router.
 *
 * @param addresses of its interfaces in the order of its links, such as "10.0.1.1/24"; those left out are given
 * @param paths which of several equally good ways a datagram takes
 * @param nat the interface by which everything leaves with the router's own address; empty if addresses stay as they are
 * @param ip which versions of IP it speaks
 */
public record RouterOptions(List<String> addresses, PathChoice paths, String nat, IpVersions ip)
        implements DeviceOptions {

    /** A router like any other. */
    public static final RouterOptions USUAL = new RouterOptions(List.of(), PathChoice.PER_FLOW, "",
            IpVersions.FOUR);

    public RouterOptions {
        addresses = List.copyOf(addresses);
    }

    public RouterOptions withAddresses(List<String> others) {
        return new RouterOptions(others, paths, nat, ip);
    }

    public RouterOptions withPaths(PathChoice choice) {
        return new RouterOptions(addresses, choice, nat, ip);
    }

    /** Translates addresses (RFC 3022) at the interface of that name, such as "eth1". */
    public RouterOptions withNat(String outside) {
        return new RouterOptions(addresses, paths, outside, ip);
    }

    public RouterOptions withIp(IpVersions versions) {
        return new RouterOptions(addresses, paths, nat, versions);
    }

    /** The versions of IP that it speaks, with those that its addresses ask for. */
    IpVersions spoken() {
        return ip.with(addresses.stream().anyMatch(Ipv6Plan::isIpv6));
    }
}
