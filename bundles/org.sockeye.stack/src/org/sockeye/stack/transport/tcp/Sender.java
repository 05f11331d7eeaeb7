package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.trace.Message;
import org.sockeye.stack.transport.tcp.congestion.CongestionControl;
import org.sockeye.stack.transport.tcp.congestion.CongestionWindow;
import org.sockeye.stack.wire.TcpHeader;

/**
 * The sending half of a connection: cuts the stream into segments, and sends what the peer's window, the congestion
 * window, Nagle's algorithm and the avoidance of silly windows let out (RFC 9293, section 3.8). What acknowledgments mean
 * is told by {@link Acknowledgments}; what is sent again, by {@link Retransmitter}.
 */
final class Sender {

    /** What a peer takes that does not say how much (RFC 9293, section 3.7.1). */
    static final int DEFAULT_MAXIMUM_SEGMENT = 536;

    private final Connection connection;
    private final SendBuffer buffer = new SendBuffer(1);
    private final Flight flight = new Flight();
    private final PeerWindow window = new PeerWindow();
    private final WindowUsage usage = new WindowUsage();
    private final SendSpace space;
    private final RoundTrip roundTrip;
    private final LeastRoundTrip least;
    private final RetransmissionTimer timer;
    private final ZeroWindowProbe probe;
    private final CongestionWindow congestion;
    private CongestionControl control;
    private final Losses losses;
    private final Recovery recovery;
    private final Retransmitter retransmitter;
    private final Acknowledgments acknowledgments;
    private final WindowValidation validation;
    private final Chronograph chronograph = new Chronograph();

    private int maximumSegment = DEFAULT_MAXIMUM_SEGMENT;
    private long unacknowledged;
    private long next = 1;
    private boolean finQueued;
    private long lastSmallEnd;
    private long lastSent;
    private long urgentEnd;

    Sender(Connection connection, SocketOptions options) {
        TcpSettings settings = connection.surroundings().settings();
        this.connection = connection;
        this.space = new SendSpace(this, settings, options);
        this.validation = new WindowValidation(this, settings);
        this.roundTrip = new RoundTrip(settings.get(TcpSetting.MIN_RTO), settings.get(TcpSetting.MAX_RTO));
        this.least = new LeastRoundTrip(settings.get(TcpSetting.MIN_RTT_WINDOW));
        this.timer = new RetransmissionTimer(connection, this);
        this.probe = new ZeroWindowProbe(connection, roundTrip);
        this.congestion = new CongestionWindow(settings.count(TcpSetting.INITIAL_WINDOW));
        this.control = settings.controls().create(connection.socket().options().congestion());
        this.losses = new Losses(this, settings);
        this.recovery = new Recovery(this, losses, congestion);
        this.retransmitter = new Retransmitter(connection, this);
        this.acknowledgments = new Acknowledgments(connection, this);
    }

    /** The SYN has been acknowledged: data may go. */
    void open(int largestSegment, int initialPeerWindow, int windowScale) {
        maximumSegment = largestSegment;
        window.open(initialPeerWindow, windowScale);
        unacknowledged = 1;
        lastSent = now();
        space.expand();
        acknowledgments.open();
    }

    Flight flight() {
        return flight;
    }

    RoundTrip roundTrip() {
        return roundTrip;
    }

    LeastRoundTrip least() {
        return least;
    }

    RetransmissionTimer timer() {
        return timer;
    }

    ZeroWindowProbe zeroWindowProbe() {
        return probe;
    }

    PeerWindow window() {
        return window;
    }

    /** The congestion window in bytes. */
    long congestionWindow() {
        return (long) congestion.size() * maximumSegment;
    }

    /** The slow start threshold in bytes; {@link Long#MAX_VALUE} as long as there is none. */
    long slowStartThreshold() {
        int threshold = congestion.threshold();
        return threshold == Integer.MAX_VALUE ? Long.MAX_VALUE : (long) threshold * maximumSegment;
    }

    CongestionWindow congestion() {
        return congestion;
    }

    CongestionControl control() {
        return control;
    }

    /** From now on another one decides about the window. */
    void control(CongestionControl other) {
        control = other;
    }

    WindowValidation validation() {
        return validation;
    }

    Chronograph chronograph() {
        return chronograph;
    }

    WindowUsage usage() {
        return usage;
    }

    Losses losses() {
        return losses;
    }

    Recovery recovery() {
        return recovery;
    }

    Retransmitter retransmitter() {
        return retransmitter;
    }

    SendBuffer buffer() {
        return buffer;
    }

    Acknowledgments acknowledgments() {
        return acknowledgments;
    }

    long now() {
        return connection.surroundings().now();
    }

    /** Acknowledgments may be selective. */
    boolean isSelective() {
        return connection.agreement().selective();
    }

    /** The oldest number not acknowledged (SND.UNA). */
    long unacknowledged() {
        return unacknowledged;
    }

    /** The number to be sent next (SND.NXT). */
    long next() {
        return next;
    }

    /** The number behind the last that the peer's window takes. */
    long windowEnd() {
        return unacknowledged + window.size();
    }

    /** Everything before that number is acknowledged. */
    void acknowledged(long number) {
        unacknowledged = number;
        buffer.discardBefore(number);
    }

    /** How many new bytes the windows let out now. */
    long sendable() {
        long segments = Math.max(0, congestion.size() - flight.underWay());
        return Math.min(segments * segmentSize(), Math.max(0, windowEnd() - next));
    }

    /** How much may be queued. */
    SendSpace sendSpace() {
        return space;
    }

    /** How many bytes have not been sent. */
    int unsent() {
        return (int) Math.max(0, buffer.end() - next);
    }

    /** Queues a message of the program. */
    void write(byte[] bytes, int offset, Message message, Manner manner) {
        validation.restartAfterIdle();
        buffer.write(bytes, offset, message, manner != Manner.PART);
        if (manner == Manner.RECORD) {
            buffer.endRecord();
        }
        urgentEnd = manner == Manner.URGENT ? buffer.end() : urgentEnd;
        transmit(manner == Manner.PART || connection.isCorked(), !connection.noDelay());
    }

    /** Sends FIN behind what is queued. */
    void finish() {
        finQueued = true;
        transmit();
    }

    /** All is acknowledged, FIN included. */
    boolean isFinAcknowledged() {
        return finQueued && unacknowledged > buffer.end();
    }

    /** Sends whatever new may be sent now. */
    void transmit() {
        transmit(connection.isCorked(), !connection.noDelay());
    }

    /** Sends whatever new may be sent now, small segments too if Nagle's algorithm does not {@code hold} them back. */
    void transmit(boolean hold) {
        transmit(false, hold);
    }

    private void transmit(boolean corked, boolean hold) {
        int sent = 0;
        while (flight.underWay() < congestion.size() && sendNew(corked, hold)) {
            sent++;
        }
        boolean full = flight.underWay() >= congestion.size();
        if (sent > 0 || full) {
            validation.sent(full);
        }
        if (sent > 0) {
            if (recovery.isReducing()) {
                recovery.reduction().sent(sent);
            }
            timer.awaitProbe(false);
        }
        chronograph.change(spent(full), now());
        if (flight.isEmpty() && hasNew()) {
            probe.start();
        } else {
            probe.stop();
        }
    }

    /** What holds the sender back now; {@code full} if the congestion window does. */
    private Chronograph.Spent spent(boolean full) {
        if (flight.isEmpty() && !hasNew()) {
            return Chronograph.Spent.IDLE;
        }
        if (!full && next + Math.min(segmentSize(), buffer.end() - next) > windowEnd()) {
            return Chronograph.Spent.PEER_WINDOW;
        }
        return full || hasNew() || !space.isLacking() || finQueued ? Chronograph.Spent.BUSY
                : Chronograph.Spent.SEND_BUFFER;
    }

    /** There is something that has never been sent. */
    boolean hasNew() {
        return next < buffer.end() || finQueued && next == buffer.end();
    }

    /** The peer's window has room for something new. */
    boolean maySendNew() {
        return hasNew() && windowEnd() > next;
    }

    private boolean sendNew(boolean corked, boolean hold) {
        int segment = segmentSize();
        int length = (int) Math.min(segment, buffer.end(next) - next);
        boolean fin = finQueued && next + length == buffer.end() && next + length < windowEnd();
        if (length < 0 || length == 0 && !fin || next + length > windowEnd()) {
            return false;
        }
        boolean last = next + length == buffer.end();
        if (length < segment && last && !fin && (corked || hold && isHeldByNagle())) {
            return false;
        }
        sendNew(length, fin);
        return true;
    }

    /** Sends one new segment whatever the congestion window says, if there is one that the peer's window takes. */
    boolean sendProbe() {
        return sendNew(false, false);
    }

    private void sendNew(int length, boolean fin) {
        boolean first = flight.isEmpty();
        long sequence = next;
        int reduced = length > 0 && connection.agreement().ecn() && recovery.takeAnnouncement() ? TcpHeader.CWR : 0;
        SentSegment segment = new SentSegment(sequence, length, fin);
        send(segment, reduced);
        segment.stamp(now(), acknowledgments.delivered());
        flight.add(segment);
        next += length + (fin ? 1 : 0);
        if (length > 0 && length < segmentSize()) {
            lastSmallEnd = next;
        }
        timer.sentNew(first);
    }

    /** Puts a segment on the wire. */
    void send(SentSegment segment, int moreFlags) {
        int flags = TcpHeader.ACK | moreFlags | (segment.fin() ? TcpHeader.FIN : 0)
                | (buffer.endsMessage(segment.start(), segment.payload()) ? TcpHeader.PSH : 0);
        long now = now();
        if (flight.underWay() == 0) {
            control.resumed(now - lastSent, now);
        }
        lastSent = now;
        connection.sendData(segment.start(), flags, segment.payload(), buffer, urgentEnd);
    }

    /** The largest payload the path takes. */
    int maximumSegment() {
        return maximumSegment;
    }

    /** The path takes only segments up to {@code segment}: what is under way and larger is sent again. */
    void shrink(int segment) {
        if (segment >= maximumSegment) {
            return;
        }
        maximumSegment = segment;
        for (int i = 0; i < flight.size(); i++) {
            if (flight.get(i).payload() > segment) {
                flight.markLost(flight.get(i));
            }
        }
        if (flight.nextLost() != null) {
            recovery.pathShrank();
            retransmitter.sendLost("too large for the path");
        }
    }

    /** A full segment's payload; for a peer with little buffer no more than half of that (RFC 9293, section 3.8.6.2.1). */
    int segmentSize() {
        long largest = window.largest();
        long bound = largest > DEFAULT_MAXIMUM_SEGMENT ? largest / 2 : largest;
        return bound > 0 && bound < maximumSegment ? (int) bound : maximumSegment;
    }

    /** One small segment at a time, as Minshall refined it: only an earlier small one holds back (RFC 9293, 3.7.4). */
    private boolean isHeldByNagle() {
        return flight.size() > 0 && unacknowledged < lastSmallEnd;
    }

    /**
     * What a segment's acknowledgment and window mean; both were found to be plausible.
     *
     * @return true if something new was acknowledged
     */
    boolean acknowledge(Segment segment) {
        return acknowledgments.take(segment);
    }

    /** The zero window probe timer expired: sends what little fits the window, or else an old number. */
    void probe() {
        int fitting = (int) Math.min(Math.min(window.size(), segmentSize()), buffer.end() - next);
        if (fitting > 0) {
            buffer.push(next + fitting);
            sendNew(fitting, false);
        } else {
            connection.note("probed: the peer's window is shut");
            connection.sendEmpty(unacknowledged - 1);
            probe.start();
        }
    }

    /** When something was sent last. */
    long lastSent() {
        return lastSent;
    }

    void cancel() {
        timer.stop();
        probe.stop();
    }
}
