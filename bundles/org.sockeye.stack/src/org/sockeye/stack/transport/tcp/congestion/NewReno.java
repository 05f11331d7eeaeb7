package org.sockeye.stack.transport.tcp.congestion;

/** Slow start, congestion avoidance and the halving of RFC 5681, with the recovery of RFC 6582. */
public final class NewReno implements CongestionControl {

    private int window = INITIAL_WINDOW;
    private int threshold = Integer.MAX_VALUE;
    private int counted;

    @Override
    public int window() {
        return window;
    }

    @Override
    public int slowStartThreshold() {
        return threshold;
    }

    @Override
    public void acknowledged(int segments, int inFlight) {
        int left = segments;
        if (window < threshold) {
            // A window that the program does not fill proves nothing about the path (RFC 7661).
            if (window < 2 * inFlight) {
                int grown = Math.min(window + left, threshold);
                left -= grown - window;
                window = grown;
            } else {
                left = 0;
            }
        }
        if (left > 0 && inFlight >= window) {
            counted += left;
            if (counted >= window) {
                counted -= window;
                window++;
            }
        }
    }

    @Override
    public void lost(int inFlight) {
        threshold = Math.max(inFlight / 2, 2);
        window = threshold;
        counted = 0;
    }

    @Override
    public void recovered() {
        window = Math.min(window, threshold);
    }

    @Override
    public void timedOut(int inFlight, boolean again) {
        if (!again) {
            threshold = Math.max(inFlight / 2, 2);
        }
        window = 1;
        counted = 0;
    }

    @Override
    public void idle() {
        window = Math.min(window, INITIAL_WINDOW);
    }
}
