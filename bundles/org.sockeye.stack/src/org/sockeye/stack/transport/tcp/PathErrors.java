package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketOption;

/** What ICMP tells of a connection's segments (RFC 5461, RFC 5927), believed only if it quotes one that is under way. */
final class PathErrors {

    private final Connection connection;
    private @Nullable Errno suspicion;

    PathErrors(Connection connection) {
        this.connection = connection;
    }

    /**
     * The network could not deliver a segment. That ends an attempt; a connection that stands outlives it, and remembers it
     * as the likely reason should it fail.
     *
     * @param sequence of that segment, as on the wire
     */
    void unreachable(Errno error, int sequence) {
        Sender sender = connection.sender();
        long number = connection.space().unwrap(sequence, sender.unacknowledged());
        if (connection.state() == State.SYN_SENT && number == 0) {
            connection.fail(error);
        } else if (connection.state() == State.SYN_RECEIVED && number == 0 && error != Errno.ECONNREFUSED) {
            connection.become(State.CLOSED);
        } else if (isUnderWay(number)) {
            suspicion = error;
        }
    }

    /** A segment was too large for the path. */
    void tooLarge(int sequence) {
        long number = connection.space().unwrap(sequence, connection.sender().unacknowledged());
        boolean heeded = connection.socket().options().get(SocketOption.PATH_MTU_DISCOVERY) != 0;
        if (connection.state().isSynchronized() && isUnderWay(number) && heeded) {
            connection.sender().shrink(segment());
        }
    }

    /** The largest payload of a segment that the path takes, as far as is known. */
    int segment() {
        int clocks = connection.agreement().timestamps() ? TimestampClock.PADDED : 0;
        return Math.max(1, connection.fitting(true) - clocks);
    }

    private boolean isUnderWay(long number) {
        return number >= connection.sender().unacknowledged() && number < connection.sender().next();
    }

    /** Why the connection probably fails, if the network said anything; {@code otherwise} if not. */
    Errno likely(Errno otherwise) {
        Errno suspected = suspicion;
        return suspected == null ? otherwise : suspected;
    }
}
