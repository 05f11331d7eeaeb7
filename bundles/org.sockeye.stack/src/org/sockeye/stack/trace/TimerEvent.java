package org.sockeye.stack.trace;

import org.sockeye.stack.wire.Endpoint;

/**
 * A timer of a connection was set where none ran, expired, or was cancelled. That a running timer is put off, as the
 * retransmission timer is with each acknowledgment, is not told.
 *
 * @param time when, in nanoseconds since the start of the run
 * @param device the host
 * @param kind which of the connection's timers
 * @param change what happened to it
 * @param local the connection's end on that host
 * @param remote its other end
 * @param due when it is, was or would have been due, in nanoseconds since the start of the run
 */
public record TimerEvent(long time, String device, Kind kind, Change change, Endpoint local, Endpoint remote,
        long due) implements TraceEvent {

    /** The timers that a connection has. */
    public enum Kind {
        /** Until the oldest segment is sent again (RFC 6298, section 5). */
        RETRANSMISSION,
        /** Until the tail of what was sent is probed for (RFC 8985, section 7). */
        TAIL_LOSS_PROBE,
        /** Until what seems reordered is believed lost (RFC 8985, section 6.2). */
        REORDERING,
        /** Until an acknowledgment waits no longer for data to go with (RFC 9293, section 3.8.6.3). */
        DELAYED_ACK,
        /** Until a shut window is probed (RFC 9293, section 3.8.6.1). */
        PERSIST,
        /** Until a silent peer is asked whether it lives (RFC 9293, section 3.8.4). */
        KEEP_ALIVE,
        /** Until old segments have died out, or a forgotten half of a connection is given up. */
        TIME_WAIT,
        /** Until unacknowledged data ends the connection (RFC 9293, section 3.9.1; RFC 5482). */
        USER_TIMEOUT
    }

    /** What happens to timers. */
    public enum Change {
        SET, EXPIRED, CANCELLED
    }
}
