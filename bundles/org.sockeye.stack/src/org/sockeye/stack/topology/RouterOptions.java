package org.sockeye.stack.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockeye.stack.link.PortVlans;
import org.sockeye.stack.network.PathChoice;

/**
 * What may be asked of a router.
 *
 * @param addresses of its interfaces in the order of its links, such as "10.0.1.1/24"; those left out are given
 * @param paths which of several equally good ways a datagram takes
 * @param nat the interface by which everything leaves with the router's own address; empty if addresses stay as they are
 * @param ip which versions of IP it speaks
 * @param vlans of which virtual LANs an interface is part, by its name, such as "eth0"; there it is several interfaces,
 *            "eth0.10" and so on. Those left out know nothing of such
 */
public record RouterOptions(List<String> addresses, PathChoice paths, String nat, IpVersions ip,
        Map<String, List<Integer>> vlans)
        implements DeviceOptions {

    /** A router like any other. */
    public static final RouterOptions USUAL = new RouterOptions(List.of(), PathChoice.PER_FLOW, "",
            IpVersions.FOUR, Map.of());

    public RouterOptions {
        addresses = List.copyOf(addresses);
        vlans = Map.copyOf(vlans);
    }

    public RouterOptions withAddresses(List<String> others) {
        return new RouterOptions(others, paths, nat, ip, vlans);
    }

    public RouterOptions withPaths(PathChoice choice) {
        return new RouterOptions(addresses, choice, nat, ip, vlans);
    }

    /** Translates addresses (RFC 3022) at the interface of that name, such as "eth1". */
    public RouterOptions withNat(String outside) {
        return new RouterOptions(addresses, paths, outside, ip, vlans);
    }

    public RouterOptions withIp(IpVersions versions) {
        return new RouterOptions(addresses, paths, nat, versions, vlans);
    }

    /**
     * Makes the interface of that name, such as "eth0", which must lead to a trunk of a switch, part of virtual LANs.
     *
     * @throws IllegalArgumentException if a number is not 1 to 4094, or there is none
     */
    public RouterOptions withVlans(String port, List<Integer> lans) {
        if (lans.isEmpty()) {
            throw new IllegalArgumentException("no virtual LAN for " + port + "; name some, like [10, 20]");
        }
        PortVlans.trunk(lans);
        Map<String, List<Integer>> more = new LinkedHashMap<>(vlans);
        more.put(port, List.copyOf(lans));
        return new RouterOptions(addresses, paths, nat, ip, more);
    }

    /** The versions of IP that it speaks, with those that its addresses ask for. */
    IpVersions spoken() {
        return ip.with(addresses);
    }
}
