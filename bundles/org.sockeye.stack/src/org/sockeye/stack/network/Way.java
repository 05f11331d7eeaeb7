package org.sockeye.stack.network;

import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.Ipv4Address;

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

    void send(Content datagram) {
        if (broadcast) {
            neighbours.broadcast(datagram);
        } else {
            neighbours.send(nextHop, datagram);
        }
    }
}
