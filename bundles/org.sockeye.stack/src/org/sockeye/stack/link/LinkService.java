package org.sockeye.stack.link;

import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.MacAddress;

/** What the link layer offers to the network layer above it: unreliable frames to the neighbours on one link. */
public interface LinkService {

    /** The interface's name on its device, such as "eth0". */
    String name();

    /** The interface's own address. */
    MacAddress address();

    /** The largest payload of a frame, in bytes. */
    int maximumPayload();

    /**
     * Sends a payload to a neighbour. It may get lost; nobody says so.
     *
     * @param destination a neighbour's address, or the {@linkplain MacAddress#BROADCAST broadcast} one
     * @param type what the payload is, as {@link org.sockeye.stack.wire.EthernetFrame} names it
     */
    void send(MacAddress destination, int type, Content payload);

    /** From now on, {@code receiver} gets the payloads that arrive. */
    void attach(Receiver receiver);

    /** The network layer, as the link layer sees it. */
    @FunctionalInterface
    interface Receiver {

        /**
         * A payload arrived for this interface, or for all.
         *
         * @param broadcast true if it was not sent to this interface alone
         * @param payload the payload and the padding behind it; the receiver's alone
         */
        void payload(int type, boolean broadcast, Content payload);
    }
}
