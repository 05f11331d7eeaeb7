package org.sockeye.stack.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.Ipv6Address;

/** The interfaces of a device that speak IPv6, and which of them leads where. */
final class Ipv6Ways {

    private final List<Ipv6Link> links = new ArrayList<>();
    private RoutingTable routes = new RoutingTable(List.of());

    /** The next hop of a packet, and the interface that leads there. */
    record Hop(Ipv6Port port, Ipv6Address address) {
    }

    void add(Ipv6Link link) {
        links.add(link);
    }

    List<Ipv6Link> links() {
        return links;
    }

    void routes(RoutingTable table) {
        routes = table;
    }

    RoutingTable routes() {
        return routes;
    }

    boolean isLocal(Ipv6Address address) {
        for (Ipv6Link link : links) {
            if (link.port().has(address)) {
                return true;
            }
        }
        return false;
    }

    /** The first interface but loopback; null if there is none. */
    @Nullable
    Ipv6Port first() {
        for (Ipv6Link link : links) {
            if (!link.port().isLoopback()) {
                return link.port();
            }
        }
        return null;
    }

    /** The interface of that name, else the first. */
    @Nullable
    Ipv6Port named(String name) {
        for (Ipv6Link link : links) {
            if (link.port().name().equals(name)) {
                return link.port();
            }
        }
        return first();
    }

    /**
     * The way to {@code destination}, or null if there is none: to itself, to whoever is on the same link, along a route, or
     * by a router that has advertised itself.
     *
     * @param flow chooses among equally good ways
     */
    @Nullable
    Hop to(Ipv6Address destination, int flow) {
        if (isLocal(destination)) {
            return loopback(destination);
        }
        if (destination.isMulticast() || destination.isLinkLocal()) {
            Ipv6Port port = near(destination);
            return port == null ? null : new Hop(port, destination);
        }
        Route route = routes.lookUp(destination);
        if (route != null && route.destination().prefix() > 0) {
            return along(route, destination, flow);
        }
        for (Ipv6Link link : links) {
            if (link.configuration().filter(known -> known.isOnLink(destination)).isPresent()) {
                return new Hop(link.port(), destination);
            }
        }
        return route != null ? along(route, destination, flow) : advertised();
    }

    /** True if what arrives at that interface for the group is taken; loopback brings what this host itself sent. */
    boolean listens(Ipv6Port port, Ipv6Address group) {
        return port.isLoopback() ? links.stream().anyMatch(link -> link.port().listens(group)) : port.listens(group);
    }

    private @Nullable Hop loopback(Ipv6Address destination) {
        for (Ipv6Link link : links) {
            if (link.port().isLoopback()) {
                return new Hop(link.port(), destination);
            }
        }
        return null;
    }

    /** The link on which a link-local neighbour has been heard; of others, the first. */
    private @Nullable Ipv6Port near(Ipv6Address destination) {
        for (Ipv6Link link : links) {
            if (link.port().neighbours().state(destination).isPresent()) {
                return link.port();
            }
        }
        return first();
    }

    private @Nullable Hop along(Route route, Ipv6Address destination, int flow) {
        List<NextHop> hops = route.nextHops();
        NextHop hop = hops.get(Math.floorMod(flow, hops.size()));
        for (Ipv6Link link : links) {
            if (link.port().name().equals(hop.port())) {
                return new Hop(link.port(),
                        hop.gateway().orElse(destination) instanceof Ipv6Address six ? six : destination);
            }
        }
        return null;
    }

    private @Nullable Hop advertised() {
        for (Ipv6Link link : links) {
            Ipv6Address router = link.configuration().map(Autoconfiguration::router).orElse(Ipv6Address.ANY);
            if (!router.isUnspecified()) {
                return new Hop(link.port(), router);
            }
        }
        return null;
    }

    /** The address that a packet to {@code destination} bears; empty if no way leads there. */
    Optional<Ipv6Address> source(Ipv6Address destination) {
        if (isLocal(destination)) {
            return Optional.of(destination);
        }
        Hop hop = to(destination, 0);
        return hop == null ? Optional.empty()
                : Optional.of(hop.port.source(destination)).filter(source -> !source.isUnspecified());
    }
}
