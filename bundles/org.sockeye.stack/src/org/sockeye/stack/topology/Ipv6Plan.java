package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockeye.stack.network.NextHop;
import org.sockeye.stack.network.Route;
import org.sockeye.stack.network.RoutingTable;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/**
 * The IPv6 addresses and routes of a network, which follow those of IPv4: the subnet 10.0.1.0/24 is
 * 2001:db8:a00:100::/64 as well, and whoever is 10.0.1.2 there is 2001:db8:a00:100::2 too, unless asked for otherwise.
 */
final class Ipv6Plan {

    /** Asks for no address, but for what routers advertise. */
    static final String AUTOMATIC = "auto";

    private static final int PREFIX = 64;
    private static final long DOCUMENTATION = 0x2001_0db8L << 32;

    private final Map<Subnet, Subnet> subnets = new LinkedHashMap<>();
    private final Map<Subnet, Map<Ipv4Address, Ipv6Address>> given = new LinkedHashMap<>();

    Ipv6Plan(List<DeviceSpec> devices) {
        for (DeviceSpec device : devices) {
            switch (device) {
                case HostSpec host -> read(host.name(), host.options().addresses(), host.interfaces());
                case RouterSpec router -> read(router.name(), router.options().addresses(), router.interfaces());
                case OutsideSpec outside ->
                    read(outside.name(), outside.options().addresses(), List.of(outside.port()));
                case SwitchSpec plain -> {
                    // Has no addresses.
                }
                case AccessPointSpec radio -> {
                    // Has no addresses.
                }
            }
        }
    }

    private void read(String device, List<String> addresses, List<InterfaceSpec> interfaces) {
        List<String> six = addresses.stream().filter(Ipv6Plan::isIpv6).toList();
        if (six.size() > interfaces.size()) {
            throw new TopologyMistake(device, device + " has " + six.size() + " IPv6 addresses for "
                    + interfaces.size() + " links; give one a link, in the order of its links");
        }
        for (int i = 0; i < six.size(); i++) {
            InterfaceSpec port = interfaces.get(i);
            String text = six.get(i);
            Ipv6Address address = address(device, text);
            Subnet subnet = new Subnet(address, PREFIX);
            Subnet other = subnets.putIfAbsent(port.subnet(), subnet);
            if (other != null && !other.equals(subnet)) {
                throw new TopologyMistake(device, text + " is not in " + other
                        + " as its neighbours are; neighbours need addresses of the same subnet");
            }
            given.computeIfAbsent(port.subnet(), first -> new LinkedHashMap<>()).put(port.address(), address);
        }
    }

    private static Ipv6Address address(String device, String text) {
        if (!text.endsWith("/" + PREFIX)) {
            throw new TopologyMistake(device, "'" + text + "' is no IPv6 address with a prefix of " + PREFIX
                    + " bits; write it like 2001:db8:1::2/64");
        }
        Ipv6Address address;
        try {
            address = Ipv6Address.parse(text.substring(0, text.indexOf('/')));
        } catch (IllegalArgumentException e) {
            throw new TopologyMistake(device, String.valueOf(e.getMessage()));
        }
        if (address.isMulticast() || address.isLoopback() || address.isLinkLocal() || address.isUnspecified()) {
            throw new TopologyMistake(device,
                    text + " cannot be the address of one interface; take another, such as 2001:db8:1::2/64");
        }
        return address;
    }

    /** True of an address that a topology asks for, if it is of IPv6. */
    static boolean isIpv6(String address) {
        return address.contains(":");
    }

    /** True of what a topology asks for in place of an address, too, if IPv6 is what brings it. */
    static boolean isOfIpv6(String address) {
        return isIpv6(address) || address.equals(AUTOMATIC);
    }

    /** The subnet of IPv6 where that one is. */
    Subnet subnet(Subnet four) {
        return subnets.getOrDefault(four, new Subnet(
                new Ipv6Address(DOCUMENTATION | number(four.address()), 0), PREFIX));
    }

    /** The address of whoever has that one. */
    Ipv6Address address(Subnet subnet, IpAddress four) {
        Ipv6Address prefix = (Ipv6Address) subnet(subnet).address();
        Ipv6Address asked = four instanceof Ipv4Address key ? given.getOrDefault(subnet, Map.of()).get(key) : null;
        return asked != null ? asked
                : new Ipv6Address(prefix.high(), number(four) - number(subnet.address()));
    }

    /** All addresses by which a device is known; {@code asked} are those that the topology asks for. */
    List<IpAddress> known(IpVersions ip, List<String> asked, List<InterfaceSpec> interfaces) {
        IpVersions spoken = ip.with(asked);
        boolean automatic = asked.contains(AUTOMATIC);
        List<IpAddress> known = new ArrayList<>();
        for (InterfaceSpec port : interfaces) {
            if (spoken.hasFour()) {
                known.add(port.address());
            }
        }
        for (InterfaceSpec port : interfaces) {
            if (spoken.hasSix()) {
                known.add(automatic ? automatic(port) : address(port.subnet(), port.address()));
            }
        }
        return known;
    }

    /** What an interface makes of the prefix that a router advertises. */
    private Ipv6Address automatic(InterfaceSpec port) {
        Ipv6Address prefix = (Ipv6Address) subnet(port.subnet()).address();
        return new Ipv6Address(prefix.high(), Ipv6Address.interfaceIdentifier(port.mac()));
    }

    private static long number(IpAddress four) {
        return Ipv4Address.of(four.toBytes(), 0).bits() & 0xffff_ffffL;
    }

    /** The routes that lead where those of IPv4 lead; {@code interfaces} are the device's. */
    RoutingTable routes(RoutingTable four, List<InterfaceSpec> interfaces) {
        return new RoutingTable(four.routes().stream().map(route -> route(route, interfaces)).toList());
    }

    /** The route that leads where that one of IPv4 leads. */
    Route route(Route four, List<InterfaceSpec> interfaces) {
        Subnet destination = four.destination().prefix() == 0 ? Subnet.ALL_IPV6 : subnet(four.destination());
        return new Route(destination, four.nextHops().stream().map(hop -> hop(hop, interfaces)).toList());
    }

    private NextHop hop(NextHop four, List<InterfaceSpec> interfaces) {
        Optional<IpAddress> gateway = interfaces.stream().filter(port -> port.name().equals(four.port())).findFirst()
                .flatMap(port -> four.gateway().map(router -> address(port.subnet(), router)));
        return new NextHop(gateway, four.port());
    }
}
