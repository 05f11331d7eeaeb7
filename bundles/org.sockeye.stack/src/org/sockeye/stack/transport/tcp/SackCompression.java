package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.trace.TimerEvent;

/**
 * Tells of a burst of segments beyond a gap by few acknowledgments: the first three at once, as the peer needs those to
 * notice a loss, later ones after a twentieth of the round trip, and no later than a millisecond. As Linux does.
 */
final class SackCompression {

    private static final int AT_ONCE = 3;

    private final Connection connection;
    private final Alarm alarm;
    private long next;
    private int told;
    private int waiting;

    SackCompression(Connection connection) {
        this.connection = connection;
        this.alarm = connection.surroundings().alarm(connection.key(), TimerEvent.Kind.DELAYED_ACK,
                connection::sendAcknowledgment);
    }

    /** True if an acknowledgment of something beyond a gap at {@code expected} has to be sent now. */
    boolean isNow(long expected) {
        TcpSettings settings = connection.surroundings().settings();
        if (waiting >= settings.get(TcpSetting.COMPRESSED_SACKS)) {
            return true;
        }
        if (next != expected) {
            next = expected;
            told = 0;
        }
        if (told < AT_ONCE) {
            told++;
            return true;
        }
        waiting++;
        if (!alarm.isSet()) {
            long measured = connection.receiver().roundTrip();
            long smoothed = connection.sender().roundTrip().smoothed();
            long trip = smoothed > 0 && smoothed < measured ? smoothed : measured;
            alarm.set(Math.min(settings.get(TcpSetting.COMPRESSED_SACK_DELAY), trip / 20));
        }
        return false;
    }

    /** An acknowledgment has been sent, whatever for. */
    void told() {
        waiting = 0;
        alarm.cancel();
    }
}
