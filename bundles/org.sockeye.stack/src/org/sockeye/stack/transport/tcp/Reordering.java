package org.sockeye.stack.transport.tcp;

/** By how many segments the path is known to reorder, which tells how many duplicate acknowledgments are no loss. */
final class Reordering {

    private final int standard;
    private final int most;
    private int degree;
    private int seen;

    /**
     * Nothing known of the path.
     *
     * @param standard what is assumed at first
     * @param most what is learnt at most
     */
    Reordering(int standard, int most) {
        this.standard = standard;
        this.most = most;
        this.degree = standard;
    }

    /** In segments. */
    int degree() {
        return degree;
    }

    /** How often the path was seen to reorder. */
    int seen() {
        return seen;
    }

    boolean isHigh() {
        return degree > standard;
    }

    /** A segment arrived {@code bytes} behind where others already were. */
    void seen(long bytes, int maximumSegment) {
        if (bytes <= 0) {
            return;
        }
        if (bytes > (long) degree * maximumSegment) {
            degree = (int) Math.min(most, (bytes + maximumSegment - 1) / maximumSegment);
        }
        seen++;
    }

    /** Without SACK: there were more duplicate acknowledgments than segments that could have caused them. */
    void seenAmong(int segments) {
        degree = Math.min(most, segments);
        seen++;
    }

    /** A time-out in spite of so many segments that arrived: too much was put down to reordering. */
    void overestimated(int arrived) {
        if (arrived >= standard) {
            degree = Math.min(degree, standard);
        }
    }
}
