package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.trace.TimerEvent;

/** Asks a peer that has been silent for long whether it is still there (RFC 9293, section 3.8.4). */
final class KeepAlive {

    private final Connection connection;
    private final TcpSettings settings;
    private final Alarm alarm;
    private int unanswered;
    private long lastHeard;

    KeepAlive(Connection connection) {
        this.connection = connection;
        this.settings = connection.surroundings().settings();
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

    void start() {
        if (!alarm.isSet()) {
            alarm.set(settings.get(TcpSetting.KEEP_ALIVE_IDLE));
        }
    }

    void stop() {
        alarm.cancel();
    }

    private void expired() {
        long silence = connection.surroundings().now() - lastHeard;
        if (silence < settings.get(TcpSetting.KEEP_ALIVE_IDLE)) {
            alarm.set(settings.get(TcpSetting.KEEP_ALIVE_IDLE) - silence);
        } else if (unanswered >= settings.get(TcpSetting.KEEP_ALIVE_PROBES)) {
            connection.abort(Errno.ETIMEDOUT);
        } else {
            unanswered++;
            connection.note("probed: the peer has been silent for " + silence / 1_000_000_000 + " s");
            connection.sendEmpty(connection.sender().unacknowledged() - 1);
            alarm.set(settings.get(TcpSetting.KEEP_ALIVE_INTERVAL));
        }
    }
}
