package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.transport.tcp.congestion.CongestionControl;
import org.sockeye.stack.transport.tcp.congestion.CongestionWindow;

/**
 * Lets the window shrink in step with what arrives, so that it reaches the threshold by the end of a recovery, and neither
 * a silence nor a burst lies on the way (proportional rate reduction, RFC 6937 as RFC 9937 amends it).
 */
final class Reduction {

    private int before;
    private int delivered;
    private int sent;

    /** A reduction from a window of so many segments begins. */
    void begin(int window) {
        before = window;
        delivered = 0;
        sent = 0;
    }

    /** The window before. */
    int before() {
        return before;
    }

    /** A time-out: the window was that. */
    void before(int window) {
        before = window;
    }

    /** So many segments were sent. */
    void sent(int segments) {
        sent += segments;
    }

    /**
     * The reduction was needless: the window is as before.
     *
     * @param threshold as it was before; 0 if the reduction stays
     * @return true if the threshold was raised
     */
    boolean takeBack(CongestionWindow window, CongestionControl control, int threshold) {
        if (threshold == 0) {
            return false;
        }
        window.size(control.windowAfterUndo(window, before));
        boolean raised = threshold > window.threshold();
        window.threshold(Math.max(threshold, window.threshold()));
        return raised;
    }

    /**
     * An acknowledgment came.
     *
     * @param arrived how many segments it says have arrived
     * @param lost how many are found to be lost by it
     * @param advances whether it acknowledges more than the one before
     */
    void acknowledged(CongestionWindow window, int underWay, int arrived, int lost, boolean advances) {
        if (arrived <= 0 || before == 0) {
            return;
        }
        delivered += arrived;
        int room = window.threshold() - underWay;
        long allowed;
        if (room < 0) {
            allowed = ((long) window.threshold() * delivered + before - 1) / before - sent;
        } else {
            // Below the threshold already: as in slow start while the acknowledgments show progress, else one for one.
            allowed = Math.max(delivered - sent, arrived) + (advances && lost == 0 ? 1 : 0);
            allowed = Math.min(room, allowed);
        }
        // The first retransmission goes out in any case.
        window.size(underWay + (int) Math.max(allowed, sent == 0 ? 1 : 0));
    }
}
