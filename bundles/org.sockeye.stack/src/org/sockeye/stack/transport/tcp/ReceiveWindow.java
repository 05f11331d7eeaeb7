package org.sockeye.stack.transport.tcp;

/**
 * The window offered to the peer. It follows the memory that is free, never moves its right edge back, opens by worthwhile
 * steps only (RFC 9293, section 3.8.6.2.2), and at first is small, to grow as segments prove worth their memory. All as
 * Linux does.
 */
final class ReceiveWindow {

    private static final int LARGEST = 0xffff;

    private final ReceiveMemory memory;
    private final int announced;
    private int scale;
    private int limit;
    private int threshold;
    private long acknowledged = 1;
    private long size;

    /**
     * A window that has not been offered yet.
     *
     * @param announced the largest segment that this end announced
     */
    ReceiveWindow(ReceiveMemory memory, int announced) {
        this.memory = memory;
        this.announced = announced;
    }

    /** The window of a SYN, which is never scaled: a whole number of full segments, or the largest. */
    static int initial(int capacity, int segment) {
        int window = capacity > segment ? capacity / segment * segment : capacity;
        return Math.min(window, LARGEST);
    }

    /** The SYN offered {@code initial}; later windows are scaled. */
    void open(int initial, int windowScale) {
        scale = windowScale;
        size = initial;
        limit = Math.min(LARGEST << windowScale, memory.whole());
        if (limit > 2 * announced && limit + announced > memory.whole()) {
            limit = Math.max(2 * announced, memory.whole() - announced);
        }
        threshold = Math.min(initial, limit);
    }

    /** The number that was acknowledged last. */
    long acknowledged() {
        return acknowledged;
    }

    /** The window offered last, counted from what was acknowledged then. */
    long size() {
        return size;
    }

    /** What it grows up to by itself: a limit that rises with what arrives. */
    int threshold() {
        return threshold;
    }

    /** How much the peer may still send. */
    long remaining(long next) {
        return Math.max(0, acknowledged + size - next);
    }

    /** The window that would be good now. */
    long wanted(int segment) {
        int whole = Math.min(limit, memory.whole());
        int step = Math.min(segment, whole);
        int free = memory.free();
        if (step <= 0) {
            return 0;
        }
        if (free < whole / 2) {
            free &= -(1 << scale);
            if (free < memory.whole() / 16 || free < step) {
                return 0;
            }
        }
        free = Math.min(free, threshold);
        if (scale > 0) {
            return align(free);
        }
        if (size <= free - step || size > free) {
            return free / step * step;
        }
        return step == whole && free > size + whole / 2 ? free : size;
    }

    /** True if little is free, and acknowledgments need not hurry. */
    boolean isTight() {
        return memory.free() < Math.min(limit, memory.whole()) / 2;
    }

    /** The window as it goes into a header that acknowledges all before {@code next}. */
    int offer(long next, int segment) {
        long remaining = remaining(next);
        long wanted = wanted(segment);
        size = wanted < remaining ? align(remaining) : wanted;
        acknowledged = next;
        return (int) (Math.min(size, (long) LARGEST << scale) >> scale);
    }

    /** True if the program has read so much that the peer should be told of the larger window. */
    boolean isWorthAnnouncing(long next, int segment) {
        long remaining = remaining(next);
        if (2 * remaining > limit) {
            return false;
        }
        long wanted = wanted(segment);
        return wanted > 0 && wanted >= 2 * remaining;
    }

    /** A segment arrived that is worth its memory; returns true if the window may grow by that. */
    boolean grow(int payload) {
        int room = Math.min(limit, memory.free()) - threshold;
        if (room <= 0) {
            return false;
        }
        threshold += Math.min(room, Math.max(2 * announced, 2 * payload));
        return true;
    }

    /** The buffer has another size, or another share of it is payload. */
    void follow() {
        int whole = Math.min(memory.whole(), LARGEST << scale);
        if (whole < limit) {
            threshold = Math.min(threshold, whole);
        } else if (whole > limit) {
            threshold = (int) Math.max(Math.min(size, whole), threshold);
        }
        limit = whole;
    }

    private long align(long window) {
        long unit = 1L << scale;
        return window + unit - 1 & -unit;
    }
}
