package org.sockeye.stack.trace;

import org.jspecify.annotations.Nullable;

/**
 * One frame on one link: a row of the Packets view.
 *
 * @param number counts the frames of a trace from 1, in the order in which they were sent
 * @param packet the same for every hop of one packet, and for no other: the number of its first hop's frame
 * @param sent when its first bit left, in nanoseconds since the start of the run
 * @param arrived when its last bit arrived at the other end (or would have, if it was dropped)
 * @param from the end that sent it
 * @param to the end that it was sent to
 * @param content the frame with its FCS, and the messages in it
 * @param dropped why it did not arrive, in words, or null if it did
 */
public record TracedFrame(int number, int packet, long sent, long arrived, LinkEnd from, LinkEnd to, Content content,
        @Nullable String dropped) implements TraceEntry {

    @Override
    public long time() {
        return sent;
    }

    @Override
    public String device() {
        return from.device();
    }

    /** Where it was seen, such as "client→s1". */
    public String where() {
        return from.device() + "→" + to.device();
    }
}
