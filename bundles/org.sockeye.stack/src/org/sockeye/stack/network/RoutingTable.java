package org.sockeye.stack.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * Where datagrams go next: of the routes to an address those with the longest prefix (RFC 1812, 5.2.4.3). Several routes
 * to the same addresses are equally good.
 */
public final class RoutingTable {

    private final List<Route> routes;
    private final List<List<Route>> equal = new ArrayList<>();

    public RoutingTable(List<Route> routes) {
        this.routes = routes.stream().sorted(Comparator.comparingInt((Route route) -> -route.destination().prefix()))
                .toList();
        for (Route route : this.routes) {
            List<Route> others = routesTo(route.destination());
            others.add(route);
        }
    }

    private List<Route> routesTo(Subnet destination) {
        for (List<Route> present : equal) {
            if (present.getFirst().destination().equals(destination)) {
                return present;
            }
        }
        List<Route> fresh = new ArrayList<>(1);
        equal.add(fresh);
        return fresh;
    }

    /** Longest prefix first. */
    public List<Route> routes() {
        return routes;
    }

    /** The best routes to {@code destination}; empty if none leads there. */
    List<Route> lookUp(Ipv4Address destination) {
        for (List<Route> candidates : equal) {
            if (candidates.getFirst().destination().contains(destination)) {
                return candidates;
            }
        }
        return List.of();
    }
}
