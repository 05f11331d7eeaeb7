package org.sockeye.stack.transport.tcp;

import java.util.List;

/** The bytes that arrived and that the program has not read: those in order, and beyond a gap those to come later. */
final class ReceiveBuffer {

    private final ByteRing bytes;
    private final Ranges beyond = new Ranges();
    private long start;
    private long next;

    /**
     * An empty buffer.
     *
     * @param start the sequence number of the first byte that will arrive
     */
    ReceiveBuffer(long start) {
        this.bytes = new ByteRing(start);
        this.start = start;
        this.next = start;
    }

    /** The sequence number of the first byte that is missing. */
    long next() {
        return next;
    }

    /** How many bytes may be read. */
    int available() {
        return (int) (next - start);
    }

    boolean hasGap() {
        return !beyond.isEmpty();
    }

    /** How many bytes are kept, those beyond a gap included. */
    int held() {
        return available() + beyond.length();
    }

    /** The stretches beyond a gap that are known already of those from {@code from} up to {@code to}. */
    List<Ranges.Range> known(long from, long to) {
        return beyond.isEmpty() ? List.of() : beyond.meeting(from, to);
    }

    /** Takes in bytes that start at {@code position} or have a part in front that arrived before. */
    void put(long position, byte[] from, int offset, int length) {
        int known = (int) Math.max(0, next - position);
        if (known >= length) {
            return;
        }
        long first = position + known;
        bytes.write(first, from, offset + known, length - known);
        if (first == next) {
            next = beyond.isEmpty() ? position + length : beyond.reach(position + length);
        } else {
            beyond.add(first, position + length);
        }
    }

    /** Copies the next bytes, and keeps them; returns how many. */
    int peek(byte[] into, int offset, int length) {
        int seen = Math.min(length, available());
        bytes.read(start, into, offset, seen);
        return seen;
    }

    /** Hands out the next bytes; returns how many. */
    int take(byte[] into, int offset, int length) {
        int taken = peek(into, offset, length);
        start += taken;
        discard();
        return taken;
    }

    /** Drops what could be read. */
    void clear() {
        start = next;
        discard();
    }

    private void discard() {
        if (start == next && beyond.isEmpty()) {
            bytes.clear(start);
        } else {
            bytes.discardBefore(start);
        }
    }
}
