package org.sockeye.stack.network;

import java.util.Optional;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.NdMessage;

/**
 * An interface with its part in router discovery: a host's listens, a router's speaks, loopback does neither.
 *
 * @param port the interface
 * @param configuration what routers told it
 * @param advertiser what it tells hosts
 */
record Ipv6Link(Ipv6Port port, Optional<Autoconfiguration> configuration, Optional<RouterAdvertiser> advertiser) {

    /** A message of Neighbour Discovery that cannot have come from beyond the link. */
    void discovered(Ipv6Header header, NdMessage message) {
        switch (message) {
            case NdMessage.NeighbourSolicitation question -> port.solicited(header, question);
            case NdMessage.NeighbourAdvertisement answer -> port.advertised(answer);
            case NdMessage.RouterSolicitation question ->
                advertiser.ifPresent(router -> router.solicited(header, question));
            case NdMessage.RouterAdvertisement router ->
                configuration.ifPresent(host -> host.advertised(header, router));
        }
    }
}
