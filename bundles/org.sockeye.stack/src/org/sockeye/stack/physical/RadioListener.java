package org.sockeye.stack.physical;

import org.sockeye.stack.trace.Content;

/** Is told what an antenna hears. */
public interface RadioListener {

    /** Somebody else has begun to send. */
    void busy();

    /** Nobody sends any more; what was received is told before. */
    void idle();

    /** The last bit of a frame for this antenna, or for all, has arrived. The frame may be anything at all. */
    void receive(Content frame);

    /** The same of a frame for somebody else. */
    void overhear(Content frame);
}
