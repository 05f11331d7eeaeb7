package org.sockeye.programs.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.network.Assigned;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.wire.IpAddress;

/** The interfaces of a host with the numbers that programs know them by: "lo" is 1, the others follow. */
final class InterfaceTable {

    private static final String LOOPBACK = "lo";
    /** What Linux says of it. */
    private static final int LOOPBACK_MTU = 65536;

    private final Host host;

    InterfaceTable(Host host) {
        this.host = host;
    }

    private List<LinkService> links() {
        List<LinkService> links = new ArrayList<>();
        for (Assigned assigned : host.assigned()) {
            if (links.stream().noneMatch(link -> link.name().equals(assigned.link().name()))) {
                links.add(assigned.link());
            }
        }
        return links;
    }

    /** The name of the interface with that number; empty if there is none. */
    Optional<String> name(int index) {
        List<LinkService> links = links();
        return index < 1 || index > links.size() ? Optional.empty() : Optional.of(links.get(index - 1).name());
    }

    /** The name of the interface with that address; empty if there is none. */
    Optional<String> name(IpAddress address) {
        return host.assigned().stream().filter(assigned -> assigned.address().equals(address)).findFirst()
                .map(assigned -> assigned.link().name());
    }

    /** The number of the interface with that name; 0 if there is none. */
    private int index(String name) {
        return links().stream().map(LinkService::name).toList().indexOf(name) + 1;
    }

    /**
     * Where a link-local address is meant.
     *
     * @param named what the program has said; 0 if nothing
     */
    int scope(IpAddress address, int named) {
        if (!address.isLinkLocal() || address.bitLength() == 32) {
            return 0;
        }
        return named != 0 ? named : name(address).map(this::index).orElse(Math.min(2, links().size()));
    }

    /** A line an interface, as the protocol says. */
    String describe() {
        StringJoiner lines = new StringJoiner("\n");
        int index = 0;
        for (LinkService link : links()) {
            StringJoiner words = new StringJoiner(" ");
            boolean loopback = link.name().equals(LOOPBACK);
            words.add(link.name()).add(String.valueOf(++index))
                    .add(String.valueOf(loopback ? LOOPBACK_MTU : link.maximumPayload()))
                    .add(loopback ? "up,loopback" : "up,broadcast,multicast")
                    .add(loopback ? "-" : link.address().toString());
            host.assigned().stream().filter(assigned -> assigned.link().name().equals(link.name()))
                    .filter(assigned -> !assigned.address().isUnspecified())
                    .forEach(assigned -> words.add(assigned.address() + "/" + assigned.prefix()));
            lines.add(words.toString());
        }
        return lines.toString();
    }
}
