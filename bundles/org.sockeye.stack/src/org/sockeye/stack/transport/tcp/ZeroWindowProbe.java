package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.trace.TimerEvent;

/**
 * Asks a peer whose window is shut (or too small to be worth a segment) whether it is open again, as the segment that
 * says so may have been lost (RFC 9293, section 3.8.6.1).
 */
final class ZeroWindowProbe {

    private static final int MOST_DOUBLINGS = 16;

    private final Connection connection;
    private final RoundTrip roundTrip;
    private final Alarm alarm;
    private int sent;
    private int unanswered;
    private long since;

    ZeroWindowProbe(Connection connection, RoundTrip roundTrip) {
        this.connection = connection;
        this.roundTrip = roundTrip;
        this.alarm = connection.surroundings().alarm(connection.key(), TimerEvent.Kind.PERSIST, this::expired);
    }

    /** There is something to send that the window does not let out. */
    void start() {
        if (!alarm.isSet()) {
            alarm.set(Math.min(RoundTrip.LONGEST, roundTrip.timeout() << Math.min(sent, MOST_DOUBLINGS)));
        }
    }

    /** The window lets something out, or there is nothing to send. */
    void stop() {
        sent = 0;
        alarm.cancel();
    }

    /** The peer acknowledged, be it with a shut window. */
    void answered() {
        unanswered = 0;
        if (alarm.isSet()) {
            alarm.cancel();
            start();
        }
    }

    /** How many probes have not been answered. */
    int unanswered() {
        return unanswered;
    }

    private void expired() {
        TcpSettings settings = connection.surroundings().settings();
        boolean orphan = connection.isOrphan();
        long now = connection.surroundings().now();
        long patience = connection.socket().options().userTimeout();
        since = sent == 0 ? now : since;
        boolean over = patience == 0 ? unanswered >= settings.retries() : sent > 0 && now - since >= patience;
        if (over || orphan && sent >= settings.orphanRetries()) {
            connection.fail(Errno.ETIMEDOUT);
            return;
        }
        sent++;
        unanswered++;
        connection.sender().probe();
    }
}
