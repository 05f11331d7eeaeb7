package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.TcpInfo;
import org.sockeye.stack.socket.TcpInfo.Field;
import org.sockeye.stack.wire.TcpHeader;

/** The receiving half of a connection: puts the stream together, and says how much more it is ready for. */
final class Receiver {

    private static final int LARGEST_WINDOW = 0xffff;

    private final SequenceSpace space;
    private final ReceiveBuffer buffer = new ReceiveBuffer(1);
    private final Acknowledging acknowledging;
    private int capacity;
    private final int maximumSegment;
    private int scale;
    private long edge = 1;
    private long fin = Long.MAX_VALUE;
    private boolean dropping;

    /**
     * The receiving half, once the peer's SYN is there.
     *
     * @param initial the SYN's sequence number
     * @param capacity bytes of receive buffer
     * @param maximumSegment the largest payload that this end announced
     */
    Receiver(Connection connection, int initial, int capacity, int maximumSegment) {
        this.space = new SequenceSpace(initial);
        this.capacity = capacity;
        this.maximumSegment = maximumSegment;
        this.acknowledging = new Acknowledging(connection.surroundings(), connection.key(),
                connection::sendAcknowledgment);
    }

    /** The window of a SYN, which is never scaled: a whole number of full segments, or the largest. */
    static int initialWindow(int capacity, int maximumSegment) {
        int window = capacity > maximumSegment ? capacity / maximumSegment * maximumSegment : capacity;
        return Math.min(window, LARGEST_WINDOW);
    }

    /** The SYN offered {@code initialWindow}; later windows are scaled. */
    void open(int initialWindow, int windowScale) {
        edge = 1 + initialWindow;
        scale = windowScale;
    }

    SequenceSpace space() {
        return space;
    }

    Acknowledging acknowledging() {
        return acknowledging;
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

    void capacity(int bytes) {
        capacity = bytes;
    }

    /** From now on nothing is kept of what arrives. */
    void drop() {
        dropping = true;
        buffer.clear();
    }

    /** True if a segment may be looked at: some of it, or the place just behind it, is inside the window. */
    boolean isAcceptable(Segment segment) {
        return segment.end() >= next() && segment.sequence() <= Math.max(edge, next());
    }

    /**
     * Takes in what is new of a segment's payload and FIN.
     *
     * @return true if there is more to read now
     */
    boolean take(Segment segment) {
        long expected = next();
        boolean gap = buffer.hasGap();
        long start = segment.sequence();
        int payload = segment.payloadLength();
        int length = (int) Math.min(payload, Math.min(edge, fin) - start);
        if (segment.has(TcpHeader.FIN) && length == payload && fin == Long.MAX_VALUE) {
            fin = start + payload;
        }
        if (length > 0) {
            buffer.put(start, segment.bytes(), segment.payloadOffset(), length);
        }
        int arrived = (int) (next() - expected);
        if (arrived == 0 || length < payload) {
            acknowledging.disorder();
        } else if (gap || start < expected) {
            acknowledging.atOnce();
        }
        if (arrived > 0) {
            acknowledging.arrived(length);
        }
        if (dropping) {
            buffer.clear();
        }
        return arrived > 0;
    }

    int read(byte[] into, int offset, int length) {
        return buffer.take(into, offset, length);
    }

    /** The window as it goes into a header. Its right edge moves on only by worthwhile steps (RFC 9293, 3.8.6.2.2). */
    int advertise() {
        long wanted = wantedEdge();
        long unit = 1L << scale;
        long rounded = next() + (offered() + unit - 1) / unit * unit;
        if (wanted - edge >= step()) {
            edge = wanted;
        } else if (rounded <= wanted) {
            edge = rounded;
        }
        return (int) Math.min(LARGEST_WINDOW, offered() >> scale);
    }

    /** The program has read so much that the peer should be told of the larger window. */
    boolean isWorthAnnouncing() {
        long offered = offered();
        return wantedEdge() - edge >= step() && wantedEdge() - next() >= 2 * offered && 2 * offered <= capacity;
    }

    void tell(TcpInfo info) {
        info.put(Field.RCV_WND, offered());
    }

    private long offered() {
        return Math.max(0, edge - next());
    }

    private long wantedEdge() {
        return buffer.next() + Math.max(0, capacity - buffer.available());
    }

    private int step() {
        return Math.min(maximumSegment, capacity / 2);
    }
}
