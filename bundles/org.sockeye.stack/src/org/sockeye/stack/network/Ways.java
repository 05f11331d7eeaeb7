package org.sockeye.stack.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;

/** The interfaces of a device, and which of them leads where. */
final class Ways {

    private final List<Attachment> attachments = new ArrayList<>();
    private RoutingTable routes = new RoutingTable(List.of());
    private PathChoice choice = PathChoice.PER_FLOW;
    private int chosen;

    /** An interface, and how to reach others from there. */
    private record Attachment(NetworkInterface port, Neighbours neighbours) {

        Way to(Ipv4Address nextHop, boolean broadcast) {
            return new Way(port, neighbours, nextHop, broadcast);
        }
    }

    void add(NetworkInterface port, Neighbours neighbours) {
        attachments.add(new Attachment(port, neighbours));
    }

    /** The interface that uses that link. */
    NetworkInterface at(LinkService link) {
        for (Attachment attachment : attachments) {
            if (attachment.port.link() == link) {
                return attachment.port;
            }
        }
        throw new IllegalArgumentException("nothing is attached to " + link.name());
    }

    /** Gives an interface another address. */
    void configure(String name, Ipv4Address address, Subnet subnet) {
        attachments.replaceAll(attachment -> attachment.port.name().equals(name)
                ? new Attachment(new NetworkInterface(attachment.port.link(), address, subnet), attachment.neighbours)
                : attachment);
    }

    void routes(RoutingTable table) {
        routes = table;
    }

    void choose(PathChoice among) {
        choice = among;
    }

    RoutingTable routes() {
        return routes;
    }

    List<NetworkInterface> interfaces() {
        return attachments.stream().map(Attachment::port).toList();
    }

    boolean isLocal(Ipv4Address address) {
        if (address.isLoopback()) {
            return true;
        }
        for (Attachment attachment : attachments) {
            if (attachment.port.address().equals(address)) {
                return true;
            }
        }
        return false;
    }

    boolean isBroadcast(Ipv4Address address) {
        for (Attachment attachment : attachments) {
            if (attachment.port.isBroadcast(address)) {
                return true;
            }
        }
        return false;
    }

    /** The address that a datagram to {@code destination} bears; empty if no way leads there. */
    Optional<Ipv4Address> sourceFor(Ipv4Address destination) {
        if (destination.isLoopback()) {
            return Optional.of(Ipv4Address.LOOPBACK);
        }
        if (isLocal(destination)) {
            return Optional.of(destination);
        }
        Way way = to(destination);
        return way == null ? Optional.empty() : Optional.of(way.port().address());
    }

    /** The way to all of a group by the interface of that name, else the first but loopback; null if there is none. */
    @Nullable
    Way on(String name, Ipv4Address group) {
        Way first = null;
        for (Attachment attachment : attachments) {
            if (attachment.port.name().equals(name)) {
                return attachment.to(group, false);
            }
            if (first == null && !attachment.port.isLoopback()) {
                first = attachment.to(group, false);
            }
        }
        return first;
    }

    /** The way to {@code destination}, or null if there is none; of several, the first. */
    @Nullable
    Way to(Ipv4Address destination) {
        Route route = routeTo(destination);
        return route == null ? withoutRoute(destination) : along(route.nextHops().get(0), destination);
    }

    /**
     * The way that a datagram takes, or null if there is none.
     *
     * @param bytes what holds its payload
     * @param payload where the payload starts in them
     */
    @Nullable
    Way to(Ipv4Header header, byte[] bytes, int payload) {
        Ipv4Address destination = header.destination();
        Route route = routeTo(destination);
        if (route == null) {
            return destination.equals(Ipv4Address.BROADCAST) ? everybody(header.source()) : withoutRoute(destination);
        }
        List<NextHop> hops = route.nextHops();
        int hop = hops.size() < 2 ? 0 : choice.choose(header, bytes, payload, hops.size(), chosen++);
        return along(hops.get(hop), destination);
    }

    /** To all neighbours at the interface with that address, or else at the first. */
    private @Nullable Way everybody(Ipv4Address source) {
        for (Attachment attachment : attachments) {
            if (!attachment.port.isLoopback() && attachment.port.address().equals(source)) {
                return attachment.to(Ipv4Address.BROADCAST, true);
            }
        }
        return withoutRoute(Ipv4Address.BROADCAST);
    }

    private @Nullable Route routeTo(Ipv4Address destination) {
        boolean routed = !destination.isMulticast() && !destination.equals(Ipv4Address.BROADCAST)
                && !isLocal(destination);
        return routed ? routes.lookUp(destination) : null;
    }

    private @Nullable Way along(NextHop hop, Ipv4Address destination) {
        for (Attachment attachment : attachments) {
            if (attachment.port.name().equals(hop.port())) {
                return attachment.to(nextHop(hop, destination), attachment.port.isBroadcast(destination));
            }
        }
        return null;
    }

    private static Ipv4Address nextHop(NextHop hop, Ipv4Address destination) {
        return hop.gateway().orElse(destination) instanceof Ipv4Address gateway ? gateway : destination;
    }

    /** A device talks to itself over its loopback interface, and to everybody over its first other one. */
    private @Nullable Way withoutRoute(Ipv4Address destination) {
        boolean local = isLocal(destination);
        if (!local && !destination.equals(Ipv4Address.BROADCAST)) {
            return null;
        }
        for (Attachment attachment : attachments) {
            if (attachment.port.isLoopback() == local) {
                return attachment.to(destination, !local);
            }
        }
        return null;
    }
}
