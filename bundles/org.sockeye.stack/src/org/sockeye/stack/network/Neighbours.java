package org.sockeye.stack.network;

import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.Ipv4Address;

/** How datagrams find the interface of the next hop on one link, whatever kind of link it is. */
interface Neighbours {

    /** Sends a datagram to the neighbour with that address; it may have to wait until the neighbour is found. */
    void send(Ipv4Address nextHop, Content datagram);

    /** Sends a datagram to every neighbour. */
    void broadcast(Content datagram);
}
