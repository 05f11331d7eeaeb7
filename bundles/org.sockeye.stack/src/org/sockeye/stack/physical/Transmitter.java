package org.sockeye.stack.physical;

import org.sockeye.stack.trace.Content;

/** What puts frames on a link at one of its ends. */
@FunctionalInterface
public interface Transmitter {

    /** Sends a frame as soon as those before it have been sent; drops it if too many wait already. */
    void send(Content frame);
}
