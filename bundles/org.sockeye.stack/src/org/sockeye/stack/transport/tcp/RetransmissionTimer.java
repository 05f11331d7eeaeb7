package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.Errno;

/** Waits for acknowledgments, and has everything sent again when none comes (RFC 6298, section 5). */
final class RetransmissionTimer {

    private final Connection connection;
    private final RoundTrip roundTrip;
    private final Alarm alarm;
    private int retries;
    private long since;

    RetransmissionTimer(Connection connection, RoundTrip roundTrip) {
        this.connection = connection;
        this.roundTrip = roundTrip;
        this.alarm = connection.surroundings().alarm(this::expired);
    }

    /** Starts to wait, unless it does already. */
    void start() {
        if (!alarm.isSet()) {
            restart();
        }
    }

    /** Starts to wait anew. */
    void restart() {
        since = connection.surroundings().now();
        alarm.set(roundTrip.timeout());
    }

    void stop() {
        alarm.cancel();
    }

    /** The peer acknowledged something new. */
    void progress() {
        retries = 0;
    }

    private void expired() {
        TcpSettings settings = connection.surroundings().settings();
        int limit = connection.isOrphan() ? settings.orphanRetries() : settings.retries();
        if (retries >= limit && !connection.isHeldByPeer()) {
            connection.fail(Errno.ETIMEDOUT);
            return;
        }
        retries++;
        long waited = connection.surroundings().now() - since;
        roundTrip.backOff();
        connection.sender().timedOut(waited);
    }
}
