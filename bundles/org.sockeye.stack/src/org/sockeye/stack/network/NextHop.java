package org.sockeye.stack.network;

import java.util.Optional;
import org.sockeye.stack.wire.IpAddress;

/**
 * Where a route leads first.
 *
 * @param gateway the router to hand datagrams to; empty if their receivers are neighbours
 * @param port the name of the interface to send from
 */
public record NextHop(Optional<IpAddress> gateway, String port) {
}
