package org.sockeye.stack.socket;

import java.util.List;
import java.util.function.Consumer;
import org.sockeye.stack.wire.IpAddress;

/** The door of one host: what its programs may open and ask. */
public interface Sockets {

    StreamSocket stream();

    DatagramSocket datagram();

    /**
     * Looks up a name with the host's resolver, over the network.
     *
     * @param answer gets the addresses, empty if there is no such name; called within a later step, or at once
     */
    void resolve(String name, Consumer<List<IpAddress>> answer);

    /** Looks up the name of an address; {@code answer} gets an empty text if it has none. */
    void reverse(IpAddress address, Consumer<String> answer);

    /**
     * Sends one ICMP echo request (RFC 792).
     *
     * @param timeout how long to wait for the reply, in nanoseconds
     * @param answer gets true if a reply came in time; called within a later step, or at once if no route leads there
     */
    void ping(IpAddress destination, long timeout, Consumer<Boolean> answer);

    /** Sockets now open, in the order in which they were opened; for views. */
    List<Socket> open();
}
