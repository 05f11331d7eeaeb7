package org.sockeye.stack.physical;

import org.sockeye.stack.trace.Content;

/** Where a link ends: the socket in a device that a cable is plugged into. */
@FunctionalInterface
public interface Port {

    /** The last bit of a frame has arrived. The frame may be anything at all. */
    void receive(Content frame);
}
