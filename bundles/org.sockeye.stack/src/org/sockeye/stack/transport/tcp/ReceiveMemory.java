package org.sockeye.stack.transport.tcp;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The memory that received segments take until the program has read them, reckoned as Linux does: payload, headers and
 * what it keeps for each. From full segments it learns how much of the buffer is payload, and so what window to offer.
 */
final class ReceiveMemory {

    private static final int PAGE = 4096;
    /** What stands before and behind a segment in its page. */
    private static final int AROUND = 384;
    private static final int DESCRIPTION = 256;
    private static final int IP_HEADER = 20;
    private static final int WHOLE = 256;

    /** A segment's share of the memory, and the number behind its last byte. */
    private record Piece(long end, int memory) {
    }

    private final PriorityQueue<Piece> pieces = new PriorityQueue<>(1, Comparator.comparingLong(Piece::end));
    private int size;
    private int held;
    private int share = WHOLE / 2;
    private int room;

    /**
     * An empty buffer.
     *
     * @param size bytes of memory
     */
    ReceiveMemory(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    void resize(int bytes) {
        size = bytes;
    }

    /** How much payload fits {@code memory} bytes, as far as is known. */
    int payloadOf(int memory) {
        return (int) ((long) memory * share / WHOLE);
    }

    /** How much memory {@code payload} bytes take, as far as is known. */
    long memoryOf(long payload) {
        return payload * WHOLE / share;
    }

    /** How much payload fits the whole buffer. */
    int whole() {
        return payloadOf(size);
    }

    /** How much payload fits what is left of it. */
    int free() {
        return payloadOf(Math.max(0, size - held));
    }

    /** More is held than the buffer should take. */
    boolean isExceeded() {
        return held > size;
    }

    /** What one segment takes, its IP header included. */
    static int of(Segment segment) {
        int length = length(segment);
        int first = Math.min(length, PAGE - AROUND);
        return DESCRIPTION + page(first) + (length - first + PAGE - 1) / PAGE * PAGE;
    }

    /** A segment is kept; behind the one before it, if that leaves room in its page. */
    void add(Segment segment, boolean behind) {
        int payload = segment.payloadLength();
        int taken = behind && payload <= room ? 0 : of(segment);
        int length = length(segment);
        if (taken == 0) {
            room -= payload;
        } else {
            room = behind && length <= PAGE - AROUND ? page(length) - AROUND - length : 0;
        }
        held += taken;
        pieces.add(new Piece(segment.sequence() + payload, taken));
    }

    /** The program took all before {@code position}: segments of which it took a part still take all their memory. */
    void takenBefore(long position) {
        Piece first = pieces.peek();
        while (first != null && first.end <= position) {
            pieces.remove();
            held -= first.memory;
            first = pieces.peek();
        }
        if (first == null) {
            room = 0;
        }
    }

    /** Learns from a segment as long as the peer sends how much of the memory it takes is payload. */
    void learn(Segment segment) {
        share = Math.max(1, (int) ((long) segment.payloadLength() * WHOLE / of(segment)));
    }

    private static int length(Segment segment) {
        return IP_HEADER + segment.content().length();
    }

    private static int page(int length) {
        int needed = length + AROUND;
        return Integer.highestOneBit(needed - 1) << 1;
    }
}
