package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.TcpInfo;
import org.sockeye.stack.socket.TcpInfo.Field;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption.Timestamps;

/** The receiving half of a connection: puts the stream together, and says how much more it is ready for. */
final class Receiver {

    private static final int WORTH_A_LARGER_WINDOW = 128;

    private final Connection connection;
    private final SequenceSpace space;
    private final ReceiveBuffer buffer = new ReceiveBuffer(1);
    private final SelectiveBlocks blocks;
    private final UrgentMark urgent = new UrgentMark();
    private final CongestionEcho congestion;
    private final ReceiveMemory memory;
    private final ReceiveWindow window;
    private final ReceiveTuning tuning;
    private final Acknowledging acknowledging;
    private boolean tunes;
    private long fin = Long.MAX_VALUE;
    private long received;
    private boolean accepted;
    private boolean dropping;

    /**
     * The receiving half, once the peer's SYN is there.
     *
     * @param initial the SYN's sequence number
     */
    Receiver(Connection connection, int initial) {
        this.connection = connection;
        this.space = new SequenceSpace(initial);
        TcpSettings settings = connection.surroundings().settings();
        SocketOptions options = connection.socket().options();
        int announced = connection.agreement().maximumSegment();
        this.blocks = new SelectiveBlocks(settings.has(TcpSetting.DSACK));
        this.congestion = new CongestionEcho(connection);
        this.memory = new ReceiveMemory(2 * options.receiveBuffer());
        this.window = new ReceiveWindow(memory, announced);
        this.tuning = new ReceiveTuning(announced);
        this.acknowledging = new Acknowledging(connection, window);
        this.tunes = settings.has(TcpSetting.MODERATE_RECEIVE_BUFFER) && !options.isChosen(SocketOption.RECEIVE_BUFFER);
    }

    /** The SYN offered {@code initialWindow}; later windows are scaled. */
    void open(int initialWindow, int windowScale) {
        window.open(initialWindow, windowScale);
        tuning.open(Math.min(window.threshold(), window.size()), connection.surroundings().now());
        acknowledging.open(connection.agreement().segment());
    }

    SequenceSpace space() {
        return space;
    }

    Acknowledging acknowledging() {
        return acknowledging;
    }

    ReceiveWindow window() {
        return window;
    }

    /** What acknowledgments tell beside their number. */
    SelectiveBlocks blocks() {
        return blocks;
    }

    /** The mean round trip as measured here, in nanoseconds; 0 if it was not. */
    long roundTrip() {
        return tuning.roundTrip();
    }

    /** The number expected next (RCV.NXT). */
    long next() {
        return isAtFin() ? fin + 1 : buffer.next();
    }

    /** All up to the peer's FIN has arrived. */
    boolean isAtFin() {
        return buffer.next() == fin;
    }

    int available() {
        return buffer.available();
    }

    /** The receive buffer that the program wants, in bytes of payload; from now on it does not grow by itself. */
    void capacity(int bytes) {
        tunes = false;
        memory.resize(2 * bytes);
        window.follow();
    }

    /** The receive buffer, in bytes of payload as programs count it. */
    int capacity() {
        return memory.size() / 2;
    }

    /** From now on nothing is kept of what arrives. */
    void drop() {
        dropping = true;
        clear();
    }

    /** A program holds the connection and may read: only now is memory spent on what arrives beyond gaps. */
    void accepted() {
        accepted = true;
    }

    private void clear() {
        buffer.clear();
        memory.takenBefore(buffer.next());
    }

    /**
     * True if a segment may be looked at: some of it, or the place just behind it, is inside the window. If nothing waits
     * to be read, one that begins inside may end beyond, as the memory is there. A bare FIN needs no memory at all.
     */
    boolean isAcceptable(Segment segment) {
        long edge = next() + window.remaining(next());
        boolean bareFin = segment.has(TcpHeader.FIN) && segment.length() == 1 && segment.sequence() == next();
        return segment.end() >= window.acknowledged()
                && (segment.end() <= edge || segment.sequence() <= edge && buffer.available() == 0 || bareFin);
    }

    /** A segment was refused that is not looked at: if it is a repetition, the acknowledgment says so. */
    void refused(Segment segment) {
        if (segment.length() > 0 && segment.sequence() < next()) {
            acknowledging.disorder();
            blocks.duplicate(segment.sequence(), Math.min(segment.end(), next()));
        }
    }

    /** True if a segment's number is that expected next, or the one behind all that arrived beyond a gap. */
    boolean isReset(long sequence) {
        return sequence == next() || connection.agreement().selective() && blocks.highest() == sequence;
    }

    /** True if an acknowledgment is to be sent now; otherwise one that is due is sent later. */
    boolean owesAcknowledgment() {
        return acknowledging.isNow(next(), buffer.available(), buffer.hasGap());
    }

    /**
     * Takes in what is new of a segment's payload and FIN.
     *
     * @return true if there is more to read now
     */
    boolean take(Segment segment) {
        long next = next();
        long start = segment.sequence();
        long end = segment.end();
        blocks.forgetDuplicate();
        measureRoundTrip(segment);
        boolean shut = window.remaining(next) == 0;
        if (end <= next) {
            blocks.duplicate(start, end);
            acknowledging.disorder();
            return false;
        } else if (start >= next + window.remaining(next) && (start > next || segment.payloadLength() > 0)) {
            acknowledging.disorder();
            return false;
        } else if (start < next) {
            blocks.duplicate(start, next);
            if (shut) {
                acknowledging.disorder();
                return false;
            }
        }
        if (segment.has(TcpHeader.FIN) && fin == Long.MAX_VALUE) {
            fin = end - 1;
        }
        if (urgent.arrived(segment, unread(), next)) {
            connection.changed();
        }
        if (start > next) {
            takeBeyond(segment);
        } else {
            takeNext(segment);
        }
        if (dropping) {
            clear();
        }
        return next() > next;
    }

    private void measureRoundTrip(Segment segment) {
        Timestamps stamps = connection.agreement().timestamps() ? TimestampClock.of(segment.header()) : null;
        if (stamps != null && stamps.echo() != 0 && segment.payloadLength() >= acknowledging.largestSegment()) {
            tuning.echoed(stamps.echo(), connection.clock().since(stamps.echo()));
        }
    }

    private void takeBeyond(Segment segment) {
        if (segment.payloadLength() > 0) {
            congestion.arrived(segment, acknowledging);
        }
        acknowledging.schedule();
        if (acknowledging.measure(segment)) {
            learn(segment);
        }
        int payload = segment.payloadLength();
        long start = segment.sequence();
        long end = start + payload;
        for (Ranges.Range known : buffer.known(start, end)) {
            blocks.duplicateToo(Math.max(start, known.start()), Math.min(end, known.end()));
        }
        if (payload > 0) {
            memory.add(segment, false);
            buffer.put(start, segment.bytes(), segment.payloadOffset(), payload);
        }
        blocks.beyond(start, segment.end());
        if (accepted) {
            makeRoom(2 * tuning.space() + blocks.highest() - next());
        }
        if (connection.agreement().selective()) {
            // Otherwise duplicate acknowledgments would not look like duplicates.
            window.grow(payload);
        }
    }

    private void takeNext(Segment segment) {
        boolean gap = buffer.hasGap();
        int payload = segment.payloadLength();
        long before = buffer.next();
        long end = segment.sequence() + payload;
        long high = end;
        for (Ranges.Range known : buffer.known(before, end)) {
            if (known.start() < high) {
                high = Math.min(high, known.end());
                blocks.duplicateToo(known.start(), high);
            }
        }
        if (payload > 0) {
            memory.add(segment, !gap);
            buffer.put(segment.sequence(), segment.bytes(), segment.payloadOffset(), payload);
            arrived(segment);
        }
        if (memory.isExceeded()) {
            // The peer should learn at once that the window is shut.
            acknowledging.atOnce();
        }
        received += buffer.next() - before;
        if (gap) {
            blocks.arrived(buffer.next());
            if (!buffer.hasGap()) {
                acknowledging.atOnce();
            }
        }
        if (segment.has(TcpHeader.FIN)) {
            acknowledging.schedule();
        }
    }

    private void arrived(Segment segment) {
        congestion.arrived(segment, acknowledging);
        if (acknowledging.arrived(segment)) {
            learn(segment);
        }
        if (!connection.agreement().timestamps()) {
            tuning.arrived(next(), window.size(), connection.surroundings().now());
        }
        if (segment.payloadLength() >= WORTH_A_LARGER_WINDOW && window.grow(segment.payloadLength())) {
            acknowledging.grew();
        }
    }

    private void learn(Segment segment) {
        memory.learn(segment);
        window.follow();
        tuning.bound(memory.whole());
    }

    /** Marks of congestion. */
    CongestionEcho congestion() {
        return congestion;
    }

    /** The urgent byte. */
    UrgentMark urgent() {
        return urgent;
    }

    /** The number of the byte to be read next. */
    private long unread() {
        return buffer.next() - buffer.available();
    }

    /** The byte to be read next is the urgent one. */
    boolean isAtMark() {
        return urgent.isAt(unread());
    }

    /** How many of {@code length} bytes may be read in one go: none from before and from behind the urgent byte. */
    private int readable(int length) {
        if (isAtMark() && buffer.available() > 0) {
            if (!connection.socket().options().isSet(SocketOption.URGENT_INLINE)) {
                buffer.take(new byte[1], 0, 1);
            }
            urgent.passed();
        }
        return urgent.before(unread(), length);
    }

    int read(byte[] into, int offset, int length) {
        int taken = buffer.take(into, offset, readable(length));
        memory.takenBefore(buffer.next() - buffer.available());
        long wanted = tuning.read(taken, connection.surroundings().now());
        if (wanted > 0) {
            makeRoom(wanted);
        }
        return taken;
    }

    /** The buffer grows so that so much payload has room, if it may. */
    private void makeRoom(long payload) {
        int most = connection.surroundings().settings().count(TcpSetting.RECEIVE_BUFFER_MAX);
        int better = (int) Math.min(memory.memoryOf(payload), most);
        if (tunes && better > memory.size()) {
            memory.resize(better);
            window.follow();
        }
    }

    /** Copies the next bytes without taking them; returns how many. */
    int peek(byte[] into, int offset, int length) {
        return buffer.peek(into, offset, readable(length));
    }

    /** The window as it goes into a header. */
    int advertise() {
        return window.offer(next(), acknowledging.largestSegment());
    }

    /** True if the program, which has just read, has made it time for an acknowledgment or a larger window. */
    boolean isWorthAnnouncing() {
        return acknowledging.isNowRead(next(), buffer.held() == 0)
                || window.isWorthAnnouncing(next(), acknowledging.largestSegment());
    }

    void tell(TcpInfo info) {
        long now = connection.surroundings().now();
        info.put(Field.RCV_WND, window.remaining(next()));
        info.put(Field.RCV_SSTHRESH, window.threshold());
        info.put(Field.RCV_MSS, acknowledging.largestSegment());
        info.put(Field.RCV_RTT, tuning.roundTrip() / 1000);
        info.put(Field.RCV_SPACE, tuning.space());
        info.put(Field.ATO, acknowledging.delay() / 1000);
        info.put(Field.BYTES_RECEIVED, received);
        info.put(Field.LAST_DATA_RECV, (now - acknowledging.lastArrival()) / 1_000_000);
    }
}
