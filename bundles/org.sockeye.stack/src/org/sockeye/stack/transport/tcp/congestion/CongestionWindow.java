package org.sockeye.stack.transport.tcp.congestion;

/**
 * How many segments of a connection may be in the network at a time, and from which size on that grows slowly (RFC 5681,
 * section 3.1). Moves only as it is told.
 */
public final class CongestionWindow {

    /** The threshold of a path on which nothing has been lost. */
    public static final int UNKNOWN = Integer.MAX_VALUE;

    private int size;
    private int threshold = UNKNOWN;
    private int counted;

    /**
     * A window on a path of which nothing is known.
     *
     * @param initial its size at first, at least 1
     */
    public CongestionWindow(int initial) {
        this.size = initial;
    }

    /** In segments, at least 1. */
    public int size() {
        return size;
    }

    /** Changes the size; less than 1 becomes 1. */
    public void size(int segments) {
        size = Math.max(1, segments);
    }

    /** The slow start threshold in segments, or {@link #UNKNOWN}. */
    public int threshold() {
        return threshold;
    }

    /** Changes the slow start threshold. */
    public void threshold(int segments) {
        threshold = segments;
    }

    /** True if the window is to grow by what is acknowledged. */
    public boolean isInSlowStart() {
        return size < threshold;
    }

    /** The threshold below which a pause must not bring it: three quarters of the window count as proven (RFC 2861). */
    public int provenThreshold() {
        return Math.max(threshold, (size >> 1) + (size >> 2));
    }

    /**
     * Grows by one segment for each that was acknowledged, up to the threshold.
     *
     * @return how many of the acknowledged are left
     */
    public int slowStart(int acknowledged) {
        int grown = Math.min(size + acknowledged, threshold);
        int left = acknowledged - (grown - size);
        size = grown;
        return left;
    }

    /** Grows by one segment for every {@code every} that are acknowledged. */
    public void additiveIncrease(int every, int acknowledged) {
        if (counted >= every) {
            counted = 0;
            size++;
        }
        counted += acknowledged;
        if (counted >= every) {
            size += counted / every;
            counted %= every;
        }
    }

    /** Forgets what was counted towards the next segment of growth. */
    public void restartCount() {
        counted = 0;
    }
}
