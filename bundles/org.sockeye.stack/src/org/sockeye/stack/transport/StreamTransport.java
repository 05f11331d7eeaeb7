package org.sockeye.stack.transport;

import java.util.List;
import org.sockeye.stack.socket.StreamSocket;

/** What a transport of streams offers to the sockets of its host: TCP does, and so may any other. */
public interface StreamTransport {

    /** A new socket, neither bound nor connected. */
    StreamSocket open();

    /** The sockets there are, in the order in which they came to be. */
    List<StreamSocket> sockets();
}
