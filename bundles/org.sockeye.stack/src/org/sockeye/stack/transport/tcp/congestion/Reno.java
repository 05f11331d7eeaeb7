package org.sockeye.stack.transport.tcp.congestion;

/** The classic (RFC 5681): doubles each round trip in slow start, then grows by one segment, and halves at a loss. */
public final class Reno implements CongestionControl {

    /** Its name in settings. */
    public static final String NAME = "reno";

    @Override
    public void acknowledged(CongestionWindow window, int segments, long now) {
        int left = window.isInSlowStart() ? window.slowStart(segments) : segments;
        if (left > 0) {
            window.additiveIncrease(window.size(), left);
        }
    }

    @Override
    public int thresholdAfterLoss(CongestionWindow window) {
        return Math.max(window.size() / 2, 2);
    }
}
