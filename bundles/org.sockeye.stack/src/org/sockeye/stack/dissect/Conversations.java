package org.sockeye.stack.dissect;

import org.sockeye.stack.trace.CapturedFrame;

/** Follows the TCP connections of a capture, frame by frame in order. Each link is a point of view of its own. */
public final class Conversations {

    /** What the frames so far tell about this one, which must be the next in order. */
    public TcpContext follow(CapturedFrame frame) {
        return TcpContext.NONE;
    }
}
