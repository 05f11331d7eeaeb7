package org.sockeye.stack.network;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.Ipv4Address;

/** Where datagrams go next: of the routes to an address the one with the longest prefix (RFC 1812, 5.2.4.3). */
public final class RoutingTable {

    private final List<Route> routes;

    public RoutingTable(List<Route> routes) {
        this.routes = routes.stream().sorted(Comparator.comparingInt((Route route) -> -route.destination().prefix()))
                .toList();
    }

    /** Longest prefix first. */
    public List<Route> routes() {
        return routes;
    }

    /** The route to {@code destination}, or null if none leads there. */
    @Nullable
    Route lookUp(Ipv4Address destination) {
        for (Route route : routes) {
            if (route.destination().contains(destination)) {
                return route;
            }
        }
        return null;
    }
}
