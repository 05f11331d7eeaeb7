package org.sockeye.stack.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.sockeye.stack.network.Route;
import org.sockeye.stack.network.RoutingTable;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.wire.Ipv4Address;

/** The routing table of each device: to every subnet by the fewest routers, the first described among equals. */
final class Routes {

    private final List<RouterSpec> routers = new ArrayList<>();

    Routes(Topology topology) {
        for (DeviceSpec device : topology.devices()) {
            if (device instanceof RouterSpec router) {
                routers.add(router);
            }
        }
    }

    /** A host reaches its neighbours itself and everything else by the first router on its links. */
    RoutingTable of(HostSpec host) {
        Map<Subnet, Route> routes = host.interfaces().size() == 1 ? direct(host.interfaces())
                : reachable(host.name(), host.interfaces());
        gateway(host).ifPresent(route -> routes.put(Subnet.ALL, route));
        return new RoutingTable(List.copyOf(routes.values()));
    }

    RoutingTable of(RouterSpec router) {
        return new RoutingTable(List.copyOf(reachable(router.name(), router.interfaces()).values()));
    }

    /** The default route, whose gateway is also the host's name server. */
    Optional<Route> gateway(HostSpec host) {
        for (InterfaceSpec own : host.interfaces()) {
            for (RouterSpec router : routers) {
                for (InterfaceSpec other : router.interfaces()) {
                    if (other.subnet().equals(own.subnet())) {
                        return Optional.of(new Route(Subnet.ALL, Optional.of(other.address()), own.name()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Map<Subnet, Route> direct(List<InterfaceSpec> interfaces) {
        Map<Subnet, Route> routes = new LinkedHashMap<>();
        for (InterfaceSpec own : interfaces) {
            routes.putIfAbsent(own.subnet(), new Route(own.subnet(), Optional.empty(), own.name()));
        }
        return routes;
    }

    /** Breadth first: what neighbouring routers reach, then what their neighbours reach, and so on. */
    private Map<Subnet, Route> reachable(String device, List<InterfaceSpec> interfaces) {
        Map<Subnet, Route> routes = direct(interfaces);
        Queue<Subnet> reached = new ArrayDeque<>(routes.keySet());
        for (Subnet near = reached.poll(); near != null; near = reached.poll()) {
            Route there = routes.get(near);
            for (RouterSpec router : routers) {
                Optional<Ipv4Address> entry = router.name().equals(device) ? Optional.empty() : address(router, near);
                if (there == null || entry.isEmpty()) {
                    continue;
                }
                for (InterfaceSpec beyond : router.interfaces()) {
                    Route route = new Route(beyond.subnet(), there.gateway().or(() -> entry), there.port());
                    if (routes.putIfAbsent(beyond.subnet(), route) == null) {
                        reached.add(beyond.subnet());
                    }
                }
            }
        }
        return routes;
    }

    private static Optional<Ipv4Address> address(RouterSpec router, Subnet subnet) {
        return router.interfaces().stream().filter(port -> port.subnet().equals(subnet)).map(InterfaceSpec::address)
                .findFirst();
    }
}
