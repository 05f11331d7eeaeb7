package org.sockeye.stack.transport.tcp;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;
import org.sockeye.stack.wire.TcpOption.MaximumSegmentSize;
import org.sockeye.stack.wire.TcpOption.NoOperation;
import org.sockeye.stack.wire.TcpOption.WindowScale;

/**
 * Opens a connection (RFC 9293, section 3.5): sends SYN or SYN-ACK until it is answered, and agrees on options with the
 * peer.
 */
final class Handshake {

    private static final int LARGEST_SCALE = 14;

    private final Connection connection;
    private final RoundTrip roundTrip;
    private final Alarm alarm;
    private final int maximumSegment;
    private final int window;
    private final int scale;
    private boolean scaleOffered;
    private int peerScale;
    private int peerMaximumSegment = Sender.DEFAULT_MAXIMUM_SEGMENT;
    private int peerWindow;
    private boolean answersSyn;
    private int retries;
    private long sentAt;

    /**
     * A handshake that has not begun.
     *
     * @param maximumSegment the largest payload that fits the first link
     */
    Handshake(Connection connection, RoundTrip roundTrip, int maximumSegment, SocketOptions options) {
        this.connection = connection;
        this.roundTrip = roundTrip;
        this.maximumSegment = maximumSegment;
        this.window = Receiver.initialWindow(options.receiveBuffer(), maximumSegment);
        this.scale = options.windowScale();
        this.scaleOffered = true;
        this.alarm = connection.surroundings().alarm(this::expired);
    }

    /** Sends the first SYN. */
    void start() {
        send();
    }

    /** The peer's SYN is there: takes over what it offers, and gives the receiver what was offered. */
    void synArrived(TcpHeader syn, Receiver receiver) {
        boolean scaled = false;
        for (TcpOption option : syn.options()) {
            switch (option) {
                case MaximumSegmentSize size -> peerMaximumSegment = Math.max(1, size.bytes());
                case WindowScale offered -> {
                    scaled = true;
                    peerScale = Math.min(offered.shift(), LARGEST_SCALE);
                }
                default -> {
                    // The others wait for what will understand them.
                }
            }
        }
        scaleOffered = scaled;
        peerWindow = syn.window();
        receiver.open(window, scaled ? scale : 0);
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
        connection.sender().open(Math.min(peerMaximumSegment, maximumSegment), peerWindow,
                scaleOffered ? peerScale : 0);
    }

    void cancel() {
        alarm.cancel();
    }

    private void expired() {
        TcpSettings settings = connection.surroundings().settings();
        if (retries >= (answersSyn ? settings.synAckRetries() : settings.synRetries())) {
            connection.fail(Errno.ETIMEDOUT);
            return;
        }
        long waited = connection.surroundings().now() - sentAt;
        connection.note("retransmitted: no answer to " + (answersSyn ? "SYN-ACK" : "SYN") + " for " + waited / 1_000_000
                + " ms");
        retries++;
        roundTrip.backOff();
        send();
    }

    private void send() {
        transmit();
        alarm.set(roundTrip.timeout());
    }

    private void transmit() {
        sentAt = connection.surroundings().now();
        List<TcpOption> options = new ArrayList<>(3);
        options.add(new MaximumSegmentSize(maximumSegment));
        if (scaleOffered) {
            options.add(new NoOperation());
            options.add(new WindowScale(scale));
        }
        connection.sendSyn(answersSyn ? TcpHeader.SYN | TcpHeader.ACK : TcpHeader.SYN, window, options);
    }
}
