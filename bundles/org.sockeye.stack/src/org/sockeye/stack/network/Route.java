package org.sockeye.stack.network;

import java.util.Optional;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * One row of a routing table.
 *
 * @param destination the addresses it leads to
 * @param gateway the router to hand datagrams to; empty if the addresses are neighbours
 * @param port the name of the interface to send from
 */
public record Route(Subnet destination, Optional<Ipv4Address> gateway, String port) {
}
