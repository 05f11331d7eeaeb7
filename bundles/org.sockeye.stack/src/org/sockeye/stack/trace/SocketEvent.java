package org.sockeye.stack.trace;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.Endpoint;

/**
 * Something happened to a socket.
 *
 * @param time when, in nanoseconds since the start of the run
 * @param device the host
 * @param protocol such as "tcp"
 * @param change what happened
 * @param local the socket's own end, or null if it has none yet
 * @param remote the other end, or null if there is none
 */
public record SocketEvent(long time, String device, String protocol, Change change, @Nullable Endpoint local,
        @Nullable Endpoint remote) implements TraceEvent {

    /** What happens to sockets. */
    public enum Change {
        OPENED, BOUND, LISTENING, CONNECTED, ACCEPTED, CLOSED
    }
}
