package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sockeye.stack.network.NextHop;
import org.sockeye.stack.network.Route;
import org.sockeye.stack.network.RoutingTable;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * The routing table of each device: to every subnet by the fewest routers, and if several ways have as few, by all of
 * them in the order in which they were described. What a router with address translation hides is not routed to.
 */
final class Routes {

    private final Map<String, RouterSpec> routers = new HashMap<>();
    /** The routers on each subnet, each with its address there. */
    private final Map<Subnet, List<Entry>> entries = new HashMap<>();

    /** Where a subnet touches a router; {@code closed} if the router hides all that lies behind it from there. */
    private record Entry(RouterSpec router, Ipv4Address address, boolean closed) {
    }

    /** The routes through those routers that {@code speak} the version that is meant. */
    Routes(Topology topology, Predicate<IpVersions> speak) {
        for (DeviceSpec device : topology.devices()) {
            if (device instanceof RouterSpec router && speak.test(router.options().spoken())) {
                routers.put(router.name(), router);
                for (InterfaceSpec port : router.interfaces()) {
                    entries.computeIfAbsent(port.subnet(), subnet -> new ArrayList<>())
                            .add(new Entry(router, port.address(), port.name().equals(router.options().nat())));
                }
            }
        }
    }

    /** A host reaches its neighbours itself and everything else by the first router on its links. */
    RoutingTable of(HostSpec host) {
        List<Route> routes = new ArrayList<>(host.interfaces().size() == 1 ? rows(direct(host.interfaces()))
                : reachable(host.name(), host.interfaces()));
        gateway(host).ifPresent(routes::add);
        return new RoutingTable(routes);
    }

    RoutingTable of(RouterSpec router) {
        return new RoutingTable(reachable(router.name(), router.interfaces()));
    }

    /** The default route, whose gateway is also the host's name server. */
    Optional<Route> gateway(HostSpec host) {
        for (InterfaceSpec own : host.interfaces()) {
            for (Entry entry : entries.getOrDefault(own.subnet(), List.of())) {
                return Optional.of(new Route(Subnet.ALL, Optional.of(entry.address), own.name()));
            }
        }
        return Optional.empty();
    }

    private static Map<Subnet, Set<NextHop>> direct(List<InterfaceSpec> interfaces) {
        Map<Subnet, Set<NextHop>> ways = new LinkedHashMap<>();
        for (InterfaceSpec own : interfaces) {
            ways.putIfAbsent(own.subnet(), Set.of(new NextHop(Optional.empty(), own.name())));
        }
        return ways;
    }

    /** Breadth first: what neighbouring routers reach, then what their neighbours reach, and so on. */
    private List<Route> reachable(String device, List<InterfaceSpec> interfaces) {
        Map<Subnet, Set<NextHop>> ways = direct(interfaces);
        Set<String> passed = new LinkedHashSet<>(Set.of(device));
        Collection<Subnet> edge = List.copyOf(ways.keySet());
        while (!edge.isEmpty()) {
            Map<String, Set<NextHop>> found = new LinkedHashMap<>();
            for (Subnet near : edge) {
                for (Entry entry : entries.getOrDefault(near, List.of())) {
                    if (!entry.closed && !passed.contains(entry.router.name())) {
                        Set<NextHop> there = found.computeIfAbsent(entry.router.name(), first -> new LinkedHashSet<>());
                        ways.getOrDefault(near, Set.of()).forEach(hop -> there.add(
                                new NextHop(hop.gateway().or(() -> Optional.of(entry.address)), hop.port())));
                    }
                }
            }
            Map<Subnet, Set<NextHop>> beyond = new LinkedHashMap<>();
            found.forEach((router, there) -> {
                passed.add(router);
                for (InterfaceSpec port : interfaces(router)) {
                    if (!ways.containsKey(port.subnet())) {
                        beyond.computeIfAbsent(port.subnet(), first -> new LinkedHashSet<>()).addAll(there);
                    }
                }
            });
            ways.putAll(beyond);
            edge = beyond.keySet();
        }
        return rows(ways);
    }

    private List<InterfaceSpec> interfaces(String router) {
        RouterSpec spec = routers.get(router);
        return spec == null ? List.of() : spec.interfaces();
    }

    private static List<Route> rows(Map<Subnet, Set<NextHop>> ways) {
        return ways.entrySet().stream().map(way -> new Route(way.getKey(), List.copyOf(way.getValue()))).toList();
    }
}
