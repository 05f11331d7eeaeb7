package org.sockeye.stack.trace;

import org.sockeye.stack.wire.Endpoint;

/**
 * What a TCP connection knows, after it has changed.
 *
 * @param time when, in nanoseconds since the start of the run
 * @param device the host
 * @param local the connection's end on that host
 * @param remote its other end
 * @param state the state as RFC 9293 writes it, such as "SYN-SENT"
 * @param congestionWindow bytes that the network is trusted with (RFC 5681)
 * @param slowStartThreshold bytes at which slow start ends; {@link Long#MAX_VALUE} before the first loss
 * @param smoothedRoundTrip nanoseconds (RFC 6298); 0 before the first measurement
 * @param retransmissionTimeout nanoseconds (RFC 6298)
 * @param sendWindow bytes that the peer has room for
 * @param receiveWindow bytes that it has been told there is room for
 */
public record ConnectionEvent(long time, String device, Endpoint local, Endpoint remote, String state,
        long congestionWindow, long slowStartThreshold, long smoothedRoundTrip, long retransmissionTimeout,
        long sendWindow, long receiveWindow) implements TraceEvent {
}
