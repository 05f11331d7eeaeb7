package org.sockeye.stack.dissect;

/**
 * When a segment was seen, beside others of its connection. Times are in nanoseconds.
 *
 * @param sinceFirst since the connection's first segment
 * @param sincePrevious since the connection's segment before it
 * @param acknowledged the number of the frame that it acknowledges the end of, on the same link; 0 if none is known
 * @param roundTrip since that frame
 */
public record TcpTimes(long sinceFirst, long sincePrevious, int acknowledged, long roundTrip) {

    /** Nothing is known. */
    static final TcpTimes NONE = new TcpTimes(0, 0, 0, 0);
}
