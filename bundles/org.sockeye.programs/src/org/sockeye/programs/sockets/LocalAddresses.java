package org.sockeye.programs.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/**
 * What "localhost", 127.0.0.1 and ::1 mean to a program: its own host; or, if the run says so, another one, as if all programs
 * ran on one machine. Programs go on seeing the addresses that they wrote.
 */
final class LocalAddresses {

    private final Host host;
    private final Optional<Host> localhost;

    LocalAddresses(Host host, Optional<Host> localhost) {
        this.host = host;
        this.localhost = localhost;
    }

    /** The first address of each version of IP by which others can reach a host; its loopback address if there is none. */
    private static List<IpAddress> reachable(Host host) {
        List<IpAddress> found = new ArrayList<>();
        for (IpAddress address : host.addresses()) {
            if (!address.isUnspecified()
                    && found.stream().noneMatch(other -> other.bitLength() == address.bitLength())) {
                found.add(address);
            }
        }
        return found.isEmpty() ? List.of(Ipv4Address.LOOPBACK) : found;
    }

    /** The address by which this host reaches another; that of the same version of IP as {@code written}, if it can. */
    private IpAddress reachable(Host other, IpAddress written) {
        List<IpAddress> addresses = reachable(other).stream()
                .filter(address -> host.network().sourceFor(address).isPresent()).toList();
        return addresses.stream().filter(address -> address.bitLength() == written.bitLength()).findFirst()
                .orElse(addresses.isEmpty() ? reachable(other).getFirst() : addresses.getFirst());
    }

    private boolean isElsewhere() {
        return localhost.isPresent() && localhost.get() != host;
    }

    /** The endpoint to which a program's packets must go. */
    Endpoint toReach(Endpoint written) {
        if (written.address().isUnspecified()) {
            return toReach(new Endpoint(written.address().loopback(), written.port()));
        }
        return written.address().isLoopback() && isElsewhere()
                ? new Endpoint(reachable(localhost.orElseThrow(), written.address()), written.port()) : written;
    }

    /** The endpoint to which a program's socket must be bound, so that whoever says "localhost" finds it. */
    Endpoint toBind(Endpoint written) {
        return written.address().isLoopback() && localhost.isPresent()
                ? new Endpoint(written.address().any(), written.port()) : written;
    }

    /** The sender of a datagram, as a program that says {@code loopback} would write it. */
    Endpoint asWritten(Endpoint from, IpAddress loopback) {
        return isElsewhere() && localhost.orElseThrow().addresses().contains(from.address())
                ? new Endpoint(loopback, from.port()) : from;
    }

    /** The addresses of names that need no asking; empty if it must be asked for. */
    List<IpAddress> known(String name) {
        if (name.equalsIgnoreCase("localhost")) {
            return List.of(Ipv4Address.LOOPBACK, Ipv6Address.LOOPBACK);
        }
        return name.equalsIgnoreCase(host.name()) ? reachable(host) : List.of();
    }
}
