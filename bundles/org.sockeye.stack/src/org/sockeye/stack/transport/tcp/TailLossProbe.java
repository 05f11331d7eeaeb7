package org.sockeye.stack.transport.tcp;

/**
 * A segment sent when acknowledgments stay out for two round trips, so that a loss of the last segments is noticed without
 * waiting for the retransmission time-out (RFC 8985, section 7).
 */
final class TailLossProbe {

    private static final long SLACK = 2_000_000;
    private static final long NONE = 0;

    private long end = NONE;
    private boolean sentAgain;

    /** How long to wait before one is sent, in nanoseconds. */
    static long delay(RoundTrip roundTrip, int outstanding) {
        if (!roundTrip.isKnown()) {
            return RoundTrip.INITIAL;
        }
        // A lone segment's acknowledgment may be delayed by the peer.
        return 2 * roundTrip.smoothed() + (outstanding == 1 ? roundTrip.leastTimeout() : SLACK);
    }

    /** One is under way: there is at most one at a time. */
    boolean isUnderWay() {
        return end != NONE;
    }

    /** True if the probe is an old segment, not a new one. */
    boolean isSentAgain() {
        return sentAgain;
    }

    /** The number behind all that had been sent with it. */
    long end() {
        return end;
    }

    /** One has been sent. */
    void sent(long next, boolean again) {
        end = next;
        sentAgain = again;
    }

    void forget() {
        end = NONE;
        sentAgain = false;
    }

    /**
     * An acknowledgment came.
     *
     * @return true if it tells that the probe mended a loss: there was congestion
     */
    boolean acknowledged(long acknowledgment, AckReport report) {
        if (end == NONE || acknowledgment < end) {
            return false;
        }
        boolean harmless = !sentAgain || report.duplicatesProbe
                || acknowledgment == end && report.isEmpty() && !report.advances && !report.selects;
        boolean mended = !harmless && acknowledgment > end;
        if (harmless || mended) {
            end = NONE;
        }
        return mended;
    }
}
