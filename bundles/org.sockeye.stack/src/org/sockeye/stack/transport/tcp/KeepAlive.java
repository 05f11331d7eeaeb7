package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.trace.TimerEvent;

/** Asks a peer that has been silent for long whether it is still there (RFC 9293, section 3.8.4). */
final class KeepAlive {

    private final Connection connection;
    private final SocketOptions options;
    private final Alarm alarm;
    private int unanswered;
    private long lastHeard;

    KeepAlive(Connection connection) {
        this.connection = connection;
        this.options = connection.socket().options();
        this.alarm = connection.surroundings().alarm(connection.key(), TimerEvent.Kind.KEEP_ALIVE, this::expired);
        this.lastHeard = connection.surroundings().now();
    }

    /** Something came from the peer. */
    void heard() {
        lastHeard = connection.surroundings().now();
        unanswered = 0;
    }

    /** When something came from the peer last, in nanoseconds since the start of the run. */
    long lastHeard() {
        return lastHeard;
    }

    /** How many probes have not been answered. */
    int unanswered() {
        return unanswered;
    }

    void start() {
        long silence = connection.surroundings().now() - lastHeard;
        alarm.set(Math.max(0, idle() - silence));
    }

    void stop() {
        alarm.cancel();
    }

    private long idle() {
        return options.time(SocketOption.KEEP_ALIVE_IDLE, TcpSetting.KEEP_ALIVE_IDLE);
    }

    private void expired() {
        long silence = connection.surroundings().now() - lastHeard;
        if (connection.sender().unacknowledged() < connection.sender().next()) {
            // What is under way is asked after anyway.
            alarm.set(idle());
        } else if (silence < idle()) {
            alarm.set(idle() - silence);
        } else if (isHopeless(silence)) {
            connection.abort(Errno.ETIMEDOUT);
        } else {
            unanswered++;
            connection.note("probed: the peer has been silent for " + silence / 1_000_000_000 + " s");
            connection.sendEmpty(connection.sender().unacknowledged() - 1);
            alarm.set(options.time(SocketOption.KEEP_ALIVE_INTERVAL, TcpSetting.KEEP_ALIVE_INTERVAL));
        }
    }

    private boolean isHopeless(long silence) {
        long limit = options.userTimeout();
        return limit == 0 ? unanswered >= options.get(SocketOption.KEEP_ALIVE_PROBES)
                : unanswered > 0 && silence >= limit;
    }
}
