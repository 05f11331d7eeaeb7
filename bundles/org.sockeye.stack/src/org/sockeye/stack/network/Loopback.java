package org.sockeye.stack.network;

import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Ipv4Address;

/** The neighbours on a link that leads back to its own host: nobody else, so nobody to ask for. */
record Loopback(LinkService link) implements Neighbours {

    @Override
    public void send(Ipv4Address nextHop, Content datagram) {
        link.send(link.address(), EthernetFrame.IPV4, datagram);
    }

    @Override
    public void broadcast(Content datagram) {
        link.send(link.address(), EthernetFrame.IPV4, datagram);
    }
}
