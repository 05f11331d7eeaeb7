package org.sockeye.stack.transport.tcp;

/**
 * A stretch of a byte stream, held in a ring, so that neither taking from its front nor adding behind moves anything. It
 * grows as needed; whoever owns it sees to the limit.
 */
final class ByteRing {

    /** A larger ring is not kept for a stream that rests. */
    private static final int SMALLEST = 256;

    private static final byte[] NONE = {};

    private byte[] ring = NONE;
    private long start;

    /**
     * An empty ring.
     *
     * @param start the position of the first byte that will be kept
     */
    ByteRing(long start) {
        this.start = start;
    }

    /** Writes bytes at {@code position}, which is not before the start; there may be gaps. */
    void write(long position, byte[] bytes, int offset, int length) {
        if (length == 0) {
            return;
        }
        long needed = position + length - start;
        if (needed > ring.length) {
            grow((int) needed);
        }
        int at = index(position);
        int first = Math.min(length, ring.length - at);
        System.arraycopy(bytes, offset, ring, at, first);
        System.arraycopy(bytes, offset + first, ring, 0, length - first);
    }

    void read(long position, byte[] into, int offset, int length) {
        if (length == 0) {
            return;
        }
        int at = index(position);
        int first = Math.min(length, ring.length - at);
        System.arraycopy(ring, at, into, offset, first);
        System.arraycopy(ring, 0, into, offset + first, length - first);
    }

    /** Forgets all bytes before {@code position}. */
    void discardBefore(long position) {
        start = position;
    }

    /** Forgets everything; a connection that rests should not keep the room that it once needed. */
    void clear(long position) {
        start = position;
        if (ring.length > SMALLEST) {
            ring = NONE;
        }
    }

    private int index(long position) {
        return (int) (position & ring.length - 1);
    }

    private void grow(int needed) {
        byte[] old = ring;
        int kept = old.length;
        int at = kept == 0 ? 0 : index(start);
        ring = new byte[Math.max(SMALLEST, Integer.highestOneBit(needed - 1) << 1)];
        int first = Math.min(kept, old.length - at);
        write(start, old, at, first);
        write(start + first, old, 0, kept - first);
    }
}
