package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.transport.tcp.congestion.CongestionWindow;

/**
 * Whether the congestion window is what holds the sender back. A window that the program does not fill proves nothing
 * about the path, and must not grow (RFC 9293 names RFC 2861, today RFC 7661).
 */
final class WindowUsage {

    private boolean limited;
    private int most;
    private long until;
    private int used;
    private long fullAt;

    /**
     * Something was sent, or would have been but for the window.
     *
     * @param full whether the window is full
     * @param outstanding segments not acknowledged
     */
    void sent(CongestionWindow window, boolean full, int outstanding, long unacknowledged, long next, long now) {
        if (unacknowledged >= until || full || !limited && outstanding > most) {
            limited = full;
            most = outstanding;
            until = next;
        }
        if (isLimiting(window)) {
            used = 0;
            fullAt = now;
        } else {
            used = Math.max(used, outstanding);
        }
    }

    /** True if the window may grow when something arrives. */
    boolean isLimiting(CongestionWindow window) {
        return limited || window.isInSlowStart() && window.size() < 2 * most;
    }

    /** The most that was outstanding since the window was full. */
    int used() {
        return used;
    }

    /** When the window was full, or was changed otherwise. */
    long fullAt() {
        return fullAt;
    }

    /** The window was changed for another reason. */
    void restart(long now) {
        used = 0;
        fullAt = now;
    }
}
