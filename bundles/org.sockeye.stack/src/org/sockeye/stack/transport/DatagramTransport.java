package org.sockeye.stack.transport;

import java.util.List;
import org.sockeye.stack.socket.DatagramSocket;

/** What a transport of datagrams offers to the sockets of its host: UDP does, and so may any other. */
public interface DatagramTransport {

    /** A new socket, not bound yet. */
    DatagramSocket open();

    /** The sockets that have a port, in the order in which they got it. */
    List<DatagramSocket> sockets();
}
