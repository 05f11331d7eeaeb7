package org.sockeye.stack.network;

import java.util.Optional;

/**
 * An interface with its part in router discovery: a host's listens, a router's speaks, loopback does neither.
 *
 * @param port the interface
 * @param configuration what routers told it
 * @param advertiser what it tells hosts
 */
record Ipv6Link(Ipv6Port port, Optional<Autoconfiguration> configuration, Optional<RouterAdvertiser> advertiser) {
}
