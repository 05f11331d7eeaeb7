package org.sockeye.stack.network;

import java.util.Optional;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * Where a route leads first.
 *
 * @param gateway the router to hand datagrams to; empty if their receivers are neighbours
 * @param port the name of the interface to send from
 */
public record NextHop(Optional<Ipv4Address> gateway, String port) {
}
