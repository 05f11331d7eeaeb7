package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketOption;
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
    private final int capacity;
    private int window;
    private int peerWindow;
    private boolean answersSyn;
    private boolean acknowledged;
    private int retries;
    private int timeouts;
    private long firstSentAt;
    private long sentAt;
    private long startedAt;

    /** A handshake that has not begun. */
    Handshake(Connection connection, RoundTrip roundTrip, SocketOptions options) {
        this.connection = connection;
        this.roundTrip = roundTrip;
        this.capacity = options.receiveBuffer();
        this.window = ReceiveWindow.initial(capacity, connection.agreement().maximumSegment());
        this.alarm = connection.surroundings().alarm(connection.key(), TimerEvent.Kind.RETRANSMISSION, this::expired);
    }

    /** Sends the first SYN. */
    void start() {
        startedAt = connection.surroundings().now();
        send();
    }

    /** The peer's SYN is there: takes over what it offers, and gives the receiver what was offered. */
    void synArrived(TcpHeader syn, Receiver receiver) {
        connection.agreement().meet(syn);
        connection.clock().met(syn);
        peerWindow = syn.window();
        if (connection.state() == State.CLOSED && connection.agreement().timestamps()) {
            window = ReceiveWindow.initial(capacity, connection.agreement().maximumSegment() - TimestampClock.PADDED);
        }
        receiver.open(window, connection.agreement().scale());
    }

    /** Sends SYN-ACK from now on, as the peer's SYN is there. */
    void answer() {
        answersSyn = true;
        startedAt = connection.surroundings().now();
        retries = 0;
        timeouts = 0;
        send();
    }

    /** Sends the SYN-ACK again: its receiver sent its SYN again. */
    void repeat() {
        retries++;
        transmit();
    }

    /**
     * True if a client's acknowledgment is not heeded, as the program wants to hear only of clients that have sent something;
     * of one that never does it hears once the SYN-ACK has been sent again and acknowledged again.
     */
    boolean defers(Segment segment) {
        boolean silent = segment.payloadLength() == 0 && !segment.has(TcpHeader.FIN);
        if (connection.listener() == null || !silent || retries >= connection.socket().options().deferral()) {
            return false;
        }
        acknowledged = true;
        return true;
    }

    /** The peer acknowledged the SYN by {@code header}: the sender may start. */
    void finish(TcpHeader header) {
        alarm.cancel();
        if (retries == 0) {
            roundTrip.measured(connection.surroundings().now() - sentAt);
        } else {
            roundTrip.openedWithoutMeasure();
        }
        if (isPathCongested(header)) {
            connection.sender().congestion().size(1);
        }
        int segment = Math.min(connection.agreement().segment(), connection.pathErrors().segment());
        connection.sender().open(segment, peerWindow, connection.agreement().peerScale());
    }

    /** More than one lost SYN tells of congestion (RFC 5681, section 3.1), unless the first one was but late. */
    private boolean isPathCongested(TcpHeader answer) {
        boolean late = connection.agreement().timestamps() && connection.clock().isEchoOf(answer, firstSentAt);
        return timeouts > 1 && !late;
    }

    void cancel() {
        alarm.cancel();
    }

    private void expired() {
        TcpSettings settings = connection.surroundings().settings();
        long patience = connection.socket().options().userTimeout();
        boolean patient = patience == 0 || connection.surroundings().now() - startedAt < patience;
        if (!patient || retries >= (answersSyn ? settings.count(TcpSetting.SYN_ACK_RETRIES)
                : connection.socket().options().get(SocketOption.SYN_RETRIES))) {
            connection.fail(Errno.ETIMEDOUT);
            return;
        }
        long waited = connection.surroundings().now() - sentAt;
        connection.note((acknowledged ? "waited: nothing after " : "retransmitted: no answer to ")
                + (answersSyn ? "SYN-ACK" : "SYN") + " for " + waited / 1_000_000 + " ms");
        retries++;
        if (settings.has(TcpSetting.ECN_FALLBACK)) {
            connection.agreement().waiveEcn();
        }
        roundTrip.backOff();
        if (acknowledged && retries < connection.socket().options().deferral()) {
            alarm.set(roundTrip.timeout());
        } else {
            timeouts++;
            send();
        }
    }

    private void send() {
        transmit();
        alarm.set(roundTrip.timeout());
    }

    private void transmit() {
        sentAt = connection.surroundings().now();
        firstSentAt = retries == 0 ? sentAt : firstSentAt;
        Agreement agreement = connection.agreement();
        connection.writer().syn((answersSyn ? TcpHeader.SYN | TcpHeader.ACK : TcpHeader.SYN)
                | agreement.synFlags(answersSyn), window, agreement.synOptions(connection.clock()));
    }
}
