package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.trace.TimerEvent;
import org.sockeye.stack.wire.TcpHeader;

/**
 * Opens a connection (RFC 9293, section 3.5): sends SYN or SYN-ACK until it is answered, and agrees on options with the
 * peer.
 */
final class Handshake {

    private final Connection connection;
    private final RoundTrip roundTrip;
    private final Alarm alarm;
    private final int window;
    private int peerWindow;
    private boolean answersSyn;
    private int retries;
    private long sentAt;

    /** A handshake that has not begun. */
    Handshake(Connection connection, RoundTrip roundTrip, SocketOptions options) {
        this.connection = connection;
        this.roundTrip = roundTrip;
        this.window = Receiver.initialWindow(options.receiveBuffer(), connection.agreement().maximumSegment());
        this.alarm = connection.surroundings().alarm(connection.key(), TimerEvent.Kind.RETRANSMISSION, this::expired);
    }

    /** Sends the first SYN. */
    void start() {
        send();
    }

    /** The peer's SYN is there: takes over what it offers, and gives the receiver what was offered. */
    void synArrived(TcpHeader syn, Receiver receiver) {
        connection.agreement().meet(syn);
        connection.clock().met(syn);
        peerWindow = syn.window();
        receiver.open(window, connection.agreement().scale());
    }

    /** Sends SYN-ACK from now on, as the peer's SYN is there. */
    void answer() {
        answersSyn = true;
        retries = 0;
        send();
    }

    /** Sends the SYN-ACK again: its receiver sent its SYN again. */
    void repeat() {
        retries++;
        transmit();
    }

    /** The peer acknowledged the SYN: the sender may start. */
    void finish() {
        alarm.cancel();
        if (retries == 0) {
            roundTrip.measured(connection.surroundings().now() - sentAt);
        } else {
            roundTrip.openedWithoutMeasure();
        }
        Agreement agreement = connection.agreement();
        int segment = Math.min(agreement.peerMaximumSegment(), agreement.maximumSegment());
        connection.sender().open(Math.max(1, segment - (agreement.timestamps() ? TimestampClock.PADDED : 0)),
                peerWindow, agreement.peerScale());
    }

    void cancel() {
        alarm.cancel();
    }

    private void expired() {
        TcpSettings settings = connection.surroundings().settings();
        if (retries >= settings.get(answersSyn ? TcpSetting.SYN_ACK_RETRIES : TcpSetting.SYN_RETRIES)) {
            connection.fail(Errno.ETIMEDOUT);
            return;
        }
        long waited = connection.surroundings().now() - sentAt;
        connection.note("retransmitted: no answer to " + (answersSyn ? "SYN-ACK" : "SYN") + " for " + waited / 1_000_000
                + " ms");
        retries++;
        if (settings.has(TcpSetting.ECN_FALLBACK)) {
            connection.agreement().waiveEcn();
        }
        roundTrip.backOff();
        send();
    }

    private void send() {
        transmit();
        alarm.set(roundTrip.timeout());
    }

    private void transmit() {
        sentAt = connection.surroundings().now();
        Agreement agreement = connection.agreement();
        connection.writer().syn((answersSyn ? TcpHeader.SYN | TcpHeader.ACK : TcpHeader.SYN)
                | agreement.synFlags(answersSyn), window, agreement.synOptions(connection.clock()));
    }
}
