package org.sockeye.stack.network;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.IpAddress;

/**
 * One row of a routing table.
 *
 * @param destination the addresses it leads to
 * @param nextHops the ways there, equally good; at least one
 */
public record Route(Subnet destination, List<NextHop> nextHops) {

    public Route {
        nextHops = List.copyOf(nextHops);
        if (nextHops.isEmpty()) {
            throw new IllegalArgumentException("a route leads somewhere; give it a next hop");
        }
    }

    /** A route with one way. */
    public Route(Subnet destination, Optional<IpAddress> gateway, String port) {
        this(destination, List.of(new NextHop(gateway, port)));
    }

    /** The router of the first way; empty if the addresses are neighbours. */
    public Optional<IpAddress> gateway() {
        return nextHops.get(0).gateway();
    }

    /** The interface of the first way. */
    public String port() {
        return nextHops.get(0).port();
    }
}
