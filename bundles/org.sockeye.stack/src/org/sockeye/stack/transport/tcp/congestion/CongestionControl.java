package org.sockeye.stack.transport.tcp.congestion;

/**
 * Decides how fast the congestion window of one connection grows, and how far it falls. TCP itself finds the losses, mends
 * them, and keeps the window from growing while the program does not fill it; so a control of one's own needs but the two
 * methods that have no default. Everything counts in segments and nanoseconds; a control must not know sequence numbers,
 * timers or the network.
 */
public interface CongestionControl {

    /**
     * Segments arrived, no loss is being mended, and the window has been full: it may grow.
     *
     * @param window to be moved
     * @param segments how many arrived, at least 1
     * @param now nanoseconds since the start of the run
     */
    void acknowledged(CongestionWindow window, int segments, long now);

    /**
     * A loss, or a router's mark (RFC 3168), told of congestion.
     *
     * @param window as it was; TCP lets it shrink by and by to what is returned (RFC 6937), or to 1 after a time-out
     * @return the slow start threshold from now on, at least 2
     */
    int thresholdAfterLoss(CongestionWindow window);

    /**
     * A round trip took that long.
     *
     * @param window which may be moved, as by algorithms that watch delay
     * @param roundTrip nanoseconds
     * @param round counts the windows that have made a round trip so far
     */
    default void measured(CongestionWindow window, long roundTrip, long round, long now) {
        // Most controls do not watch delay.
    }

    /** No acknowledgment came in time: what was learnt of the path may be wrong by now. */
    default void timedOut() {
        // Many controls learn nothing of the path.
    }

    /**
     * Something is sent after nothing was under way.
     *
     * @param idle nanoseconds since something was sent
     */
    default void resumed(long idle, long now) {
        // Many controls do not mind time.
    }

    /**
     * The loss turned out to be none: what was thought lost was but late.
     *
     * @param window as it is now
     * @param before the window before the supposed loss
     * @return the window to go on with
     */
    default int windowAfterUndo(CongestionWindow window, int before) {
        return Math.max(window.size(), before);
    }
}
