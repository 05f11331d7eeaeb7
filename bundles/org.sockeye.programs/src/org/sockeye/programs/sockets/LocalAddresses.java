package org.sockeye.programs.sockets;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * What "localhost" and 127.0.0.1 mean to a program: its own host; or, if the run says so, another one, as if all programs
 * ran on one machine. Programs go on seeing the addresses that they wrote.
 */
final class LocalAddresses {

    private final Host host;
    private final Optional<Host> localhost;

    LocalAddresses(Host host, Optional<Host> localhost) {
        this.host = host;
        this.localhost = localhost;
    }

    /** The first address of a host that others can reach and programs, whose sockets are of IPv4, can be told of. */
    static IpAddress reachable(Host host) {
        List<IpAddress> addresses = host.addresses().stream().filter(Ipv4Address.class::isInstance).toList();
        if (addresses.isEmpty()) {
            return Ipv4Address.LOOPBACK;
        }
        return addresses.stream().filter(address -> !address.isLoopback()).findFirst().orElse(addresses.get(0));
    }

    private boolean isElsewhere() {
        return localhost.isPresent() && localhost.get() != host;
    }

    /** The endpoint to which a program's packets must go. */
    Endpoint toReach(Endpoint written) {
        if (written.address().isUnspecified()) {
            return toReach(new Endpoint(Ipv4Address.LOOPBACK, written.port()));
        }
        return written.address().isLoopback() && isElsewhere()
                ? new Endpoint(reachable(localhost.orElseThrow()), written.port()) : written;
    }

    /** The endpoint to which a program's socket must be bound, so that whoever says "localhost" finds it. */
    Endpoint toBind(Endpoint written) {
        return written.address().isLoopback() && localhost.isPresent() ? new Endpoint(Ipv4Address.ANY, written.port())
                : written;
    }

    /** The sender of a datagram, as a program that says "localhost" would write it. */
    Endpoint asWritten(Endpoint from) {
        return isElsewhere() && localhost.orElseThrow().addresses().contains(from.address())
                ? new Endpoint(Ipv4Address.LOOPBACK, from.port()) : from;
    }

    /** The addresses of names that need no asking; empty if it must be asked for. */
    List<IpAddress> known(String name) {
        if (name.equalsIgnoreCase("localhost")) {
            return List.of(Ipv4Address.LOOPBACK);
        }
        return name.equalsIgnoreCase(host.name()) ? List.of(reachable(host)) : List.of();
    }
}
