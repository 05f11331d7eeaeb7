package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.TcpInfo;
import org.sockeye.stack.socket.TcpInfo.Field;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.transport.tcp.congestion.CongestionControl;
import org.sockeye.stack.wire.TcpHeader;

/**
 * The sending half of a connection: cuts the stream into segments, and sends what the peer's window, the congestion
 * window, Nagle's algorithm and the avoidance of silly windows let out (RFC 9293, section 3.8).
 */
final class Sender {

    /** What a peer takes that does not say how much (RFC 9293, section 3.7.1). */
    static final int DEFAULT_MAXIMUM_SEGMENT = 536;

    private final Connection connection;
    private final SendBuffer buffer = new SendBuffer(1);
    private final Flight flight = new Flight();
    private final PeerWindow window = new PeerWindow();
    private final RoundTrip roundTrip = new RoundTrip();
    private final RetransmissionTimer timer;
    private final ZeroWindowProbe probe;
    private final CongestionControl congestion;
    private final Recovery recovery;

    private int maximumSegment = DEFAULT_MAXIMUM_SEGMENT;
    private int capacity;
    private long unacknowledged;
    private long next = 1;
    private boolean finQueued;
    private long lastSmallEnd;
    private long lastSent;

    Sender(Connection connection, int capacity) {
        this.connection = connection;
        this.capacity = capacity;
        this.timer = new RetransmissionTimer(connection, roundTrip);
        this.probe = new ZeroWindowProbe(connection, roundTrip);
        this.congestion = connection.surroundings().settings().congestion().get();
        this.recovery = new Recovery(flight, congestion);
    }

    /** The SYN has been acknowledged: data may go. */
    void open(int largestSegment, int initialWindow, int windowScale) {
        maximumSegment = largestSegment;
        window.open(initialWindow, windowScale);
        unacknowledged = 1;
    }

    RoundTrip roundTrip() {
        return roundTrip;
    }

    /** The oldest number not acknowledged (SND.UNA). */
    long unacknowledged() {
        return unacknowledged;
    }

    /** The number to be sent next (SND.NXT). */
    long next() {
        return next;
    }

    PeerWindow window() {
        return window;
    }

    int space() {
        return finQueued ? 0 : Math.max(0, capacity - buffer.size());
    }

    void capacity(int bytes) {
        capacity = bytes;
    }

    void write(byte[] bytes, int offset, Message message) {
        buffer.write(bytes, offset, message);
        transmit();
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

    /** Sends whatever may be sent now. */
    void transmit() {
        if (flight.isEmpty() && connection.surroundings().now() - lastSent > roundTrip.timeout()) {
            congestion.idle();
        }
        while (recovery.inFlight() < congestion.window()
                && (sendAgain("under way with one that was lost") || sendNew())) {
            // Each turn sends one segment.
        }
        if (!flight.isEmpty()) {
            timer.start();
            probe.stop();
        } else if (next < buffer.end() || finQueued && next == buffer.end()) {
            probe.start();
        } else {
            probe.stop();
        }
    }

    private boolean sendAgain(String why) {
        SentSegment lost = flight.nextLost();
        if (lost == null || lost.end() > windowEnd() && lost.start() > unacknowledged) {
            return false;
        }
        connection.note("retransmitted: " + why);
        send(lost.start(), lost.payload(), lost.fin());
        flight.sentAgain(lost);
        timer.restart();
        return true;
    }

    private boolean sendNew() {
        int segment = segmentSize();
        int length = (int) Math.min(segment, buffer.end() - next);
        boolean fin = finQueued && next + length == buffer.end() && next + length < windowEnd();
        if (length < 0 || length == 0 && !fin || next + length > windowEnd()) {
            return false;
        }
        if (length < segment && !fin && isHeldByNagle()) {
            return false;
        }
        sendNew(length, fin);
        return true;
    }

    private void sendNew(int length, boolean fin) {
        flight.add(new SentSegment(next, length, fin, connection.surroundings().now()));
        long sequence = next;
        next += length + (fin ? 1 : 0);
        if (length > 0 && length < segmentSize()) {
            lastSmallEnd = next;
        }
        send(sequence, length, fin);
    }

    private void send(long sequence, int length, boolean fin) {
        int flags = TcpHeader.ACK | (fin ? TcpHeader.FIN : 0)
                | (buffer.endsMessage(sequence, length) ? TcpHeader.PSH : 0);
        lastSent = connection.surroundings().now();
        connection.sendData(sequence, flags, length, buffer);
    }

    /** A full segment's payload; for a peer with little buffer no more than half of that (RFC 9293, section 3.8.6.2.1). */
    private int segmentSize() {
        long largest = window.largest();
        long bound = largest > DEFAULT_MAXIMUM_SEGMENT ? largest / 2 : largest;
        return bound > 0 && bound < maximumSegment ? (int) bound : maximumSegment;
    }

    /** One small segment at a time, as Minshall refined it: only an earlier small one holds back (RFC 9293, 3.7.4). */
    private boolean isHeldByNagle() {
        return !connection.noDelay() && unacknowledged < lastSmallEnd;
    }

    private long windowEnd() {
        return unacknowledged + window.size();
    }

    /**
     * What a segment's acknowledgment and window mean; both were found to be plausible.
     *
     * @return true if something new was acknowledged
     */
    boolean acknowledge(Segment segment) {
        long acknowledgment = segment.acknowledgment();
        boolean advances = acknowledgment > unacknowledged;
        boolean changed = window.update(segment, advances);
        probe.answered();
        if (advances) {
            advance(acknowledgment);
        } else if (acknowledgment == unacknowledged && !flight.isEmpty() && !changed && segment.length() == 0
                && recovery.duplicate(unacknowledged, next)) {
            sendAgain("three duplicate ACKs");
        }
        return advances;
    }

    private void advance(long acknowledgment) {
        int before = recovery.inFlight();
        Flight.Acknowledged acknowledged = flight.acknowledge(acknowledgment);
        SentSegment measurable = acknowledged.measurable();
        if (measurable != null) {
            roundTrip.measured(connection.surroundings().now() - measurable.sentAt());
        }
        unacknowledged = acknowledgment;
        buffer.discardBefore(acknowledgment);
        timer.progress();
        if (flight.isEmpty()) {
            timer.stop();
        } else {
            timer.restart();
        }
        if (recovery.advanced(acknowledgment, acknowledged.segments(), before)) {
            sendAgain("the ACK covers only a part of what was under way");
        }
        connection.changed();
    }

    /** The retransmission timer expired after {@code waited} nanoseconds. */
    void timedOut(long waited) {
        recovery.timedOut(next);
        sendAgain("no ACK for " + waited / 1_000_000 + " ms");
    }

    /** The probe timer expired: sends what little fits the window, or else an old number that provokes an answer. */
    void probe() {
        int fitting = (int) Math.min(Math.min(window.size(), segmentSize()), buffer.end() - next);
        if (fitting > 0) {
            sendNew(fitting, false);
            timer.start();
        } else {
            connection.note("probed: the peer's window is shut");
            connection.sendEmpty(unacknowledged - 1);
            probe.start();
        }
    }

    void tell(TcpInfo info) {
        info.put(Field.SND_MSS, maximumSegment);
        info.put(Field.SND_WND, window.size());
        info.put(Field.SND_CWND, congestion.window());
        info.put(Field.SND_SSTHRESH, congestion.slowStartThreshold());
        info.put(Field.UNACKED, flight.size());
        info.put(Field.NOTSENT_BYTES, Math.max(0, buffer.end() - next));
        info.put(Field.RTO, roundTrip.timeout() / 1000);
    }

    void cancel() {
        timer.stop();
        probe.stop();
    }
}
