package org.sockeye.stack.network;

import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;

/**
 * How a datagram leaves this device.
 *
 * @param port the interface to send it from
 * @param neighbours finds the next hop there
 * @param nextHop the router to hand it to, or the host it is for
 * @param broadcast true if it is for all neighbours
 */
record Way(NetworkInterface port, Neighbours neighbours, Ipv4Address nextHop, boolean broadcast) {

    /** The largest datagram, in bytes, that can go this way in one piece. */
    int maximumDatagram() {
        return port.link().maximumPayload();
    }

    /** Sends a datagram, in pieces if it is too large for the link. */
    void send(Ipv4Header header, Content datagram) {
        send(header, datagram, maximumDatagram());
    }

    /** Sends a datagram, in pieces of at most {@code maximum} bytes. */
    void send(Ipv4Header header, Content datagram, int maximum) {
        if (datagram.length() <= maximum) {
            send(datagram);
        } else {
            Fragmenter.cut(header, datagram, maximum).forEach(this::send);
        }
    }

    private void send(Content datagram) {
        if (broadcast) {
            neighbours.broadcast(datagram);
        } else {
            neighbours.send(nextHop, datagram);
        }
    }
}
