package org.sockeye.stack.topology;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.Ipv6Header;

/**
 * What must be so of every device of a whole topology.
 *
 * @param local the ends that hear each other's broadcasts
 */
record DeviceChecks(Map<String, Device> devices, Collection<LinkSpec> links, List<List<LinkEnd>> local) {

    /**
     * Checks that a device is linked to anything at all.
     *
     * @throws TopologyMistake if not
     */
    static void requireLink(Device device) {
        if (device.ends().isEmpty()) {
            throw mistake(device, device.kind() + " '" + device.name() + "' has no link; add one, or remove it");
        }
    }

    /**
     * Checks what was asked of a device.
     *
     * @throws TopologyMistake if something is wrong
     */
    void check(Device device) {
        if (device.speaksIpv6()) {
            device.ends().forEach(end -> requireWide(device, end));
        }
        switch (device.options()) {
            case HostOptions host -> check(device, host);
            case RouterOptions router -> check(device, router);
            case SwitchOptions plain -> {
                // Its virtual LANs are checked where they are laid out.
            }
            case AccessPointOptions radio -> {
                // There is nothing to ask of it.
            }
            case OutsideOptions outside -> check(device, outside);
        }
    }

    private void check(Device device, HostOptions host) {
        LinkEnd first = device.ends().getFirst();
        links.forEach(link -> requireSuitable(device, host.link(), link));
        if (!host.network().isEmpty() && (host.dhcp() || host.ip() != IpVersions.FOUR
                || host.addresses().stream().anyMatch(Ipv6Plan::isOfIpv6))) {
            throw mistake(device, "the network layer of " + device.name() + " is " + host.network()
                    + ", not IP; give it addresses like 10.0.1.2/24, or none, and leave out ip and dhcp");
        }
        if (host.dhcp() && local.stream().filter(network -> network.contains(first))
                .noneMatch(network -> network.stream().anyMatch(this::mayServe))) {
            throw mistake(device, first + " asks by DHCP, but no router that speaks IPv4 is on its link to answer; "
                    + "link it to a router, or give it an address");
        }
    }

    private static void requireSuitable(Device device, String layer, LinkSpec link) {
        for (LinkEnd end : List.of(link.a(), link.b())) {
            if (end.device().equals(device.name()) && link.radio() && layer.equals(Layers.ETHERNET)) {
                throw mistake(device, end + " is linked by radio, which is not Ethernet; leave out link: " + layer);
            } else if (end.device().equals(device.name()) && !link.radio() && layer.equals(Layers.WIFI)) {
                throw mistake(device, end + " is linked by a cable, which is not WiFi; leave out link: " + layer
                        + ", or link it to an access point");
            }
        }
    }

    /** Senders count on it: a path MTU that a message says is smaller is not believed. */
    private void requireWide(Device device, LinkEnd end) {
        for (List<LinkEnd> network : local) {
            for (LinkSpec link : network.contains(end) ? links : List.<LinkSpec>of()) {
                int bytes = link.options().maximumPayload();
                if (bytes < Ipv6Header.MINIMUM_MTU && leadsInto(network, link.a()) && leadsInto(network, link.b())) {
                    throw mistake(device, device.name() + " speaks IPv6, which needs an MTU of "
                            + Ipv6Header.MINIMUM_MTU + " bytes or more (RFC 8200, section 5), but " + link.name()
                            + " has " + bytes + "; give that more, or let ip be 4");
                }
            }
        }
    }

    private boolean leadsInto(List<LinkEnd> network, LinkEnd end) {
        Device device = devices.get(end.device());
        return device != null && device.isBridge()
                ? network.stream().anyMatch(other -> other.device().equals(end.device()))
                : network.contains(end);
    }

    private boolean mayServe(LinkEnd end) {
        Device device = devices.get(end.device());
        return device != null && (device.options() instanceof OutsideOptions
                || device.options() instanceof RouterOptions router && router.ip().hasFour());
    }

    private static void check(Device device, RouterOptions router) {
        List<String> ports = device.interfaces().stream().map(LinkEnd::port).toList();
        if (!router.nat().isEmpty() && !ports.contains(router.nat())) {
            throw mistake(device, device.name() + " has no interface '" + router.nat()
                    + "' to translate addresses at; it has " + String.join(", ", ports));
        }
        if (!router.nat().isEmpty() && !router.ip().hasFour()) {
            throw mistake(device, "addresses of IPv4 are translated, which " + device.name()
                    + " does not speak; leave out nat, or let ip be 4 or both");
        }
    }

    private static void check(Device device, OutsideOptions outside) {
        if (outside.addresses().contains(Ipv6Plan.AUTOMATIC)) {
            throw mistake(device, "nobody knows what address " + device.name()
                    + " makes for itself; write the one that it has, like 2001:db8:1::2/64");
        }
    }

    private static TopologyMistake mistake(Device device, String message) {
        return new TopologyMistake(device.name(), message);
    }
}
