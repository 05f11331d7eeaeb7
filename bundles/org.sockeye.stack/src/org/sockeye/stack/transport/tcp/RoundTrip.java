package org.sockeye.stack.transport.tcp;

/**
 * How long a round trip takes, and how long to wait for an acknowledgment before sending again (RFC 6298). As on Linux,
 * the variance counts at least 200 ms, where the RFC rounds the whole time-out up to a second; it grows at once, and falls
 * once a round trip. Times are in nanoseconds.
 */
final class RoundTrip {

    /** What is waited for the answer to the first SYN. */
    static final long INITIAL = 1_000_000_000L;
    /** What is waited once a SYN went unanswered, and there is still no measure (section 5.7). */
    static final long FALLBACK = 3_000_000_000L;
    static final long LEAST_VARIANCE = 200_000_000L;
    static final long LONGEST = 120_000_000_000L;

    private final long leastVariance;
    private final long longest;
    private boolean known;
    private long smoothed;
    /** Four mean deviations, each a quarter of {@code 4 * deviation}. */
    private long deviation;
    private long largestDeviation;
    private long variance;
    private long roundEnd;
    private long timeout = INITIAL;
    private int doublings;

    /** With the bounds that Linux has when nobody has tuned it. */
    RoundTrip() {
        this(LEAST_VARIANCE, LONGEST);
    }

    /**
     * A path that has not been measured.
     *
     * @param leastVariance what the variance counts at least, and so the shortest time-out
     * @param longest the longest time-out
     */
    RoundTrip(long leastVariance, long longest) {
        this.leastVariance = leastVariance;
        this.longest = longest;
    }

    /** The retransmission time-out. */
    long timeout() {
        return timeout;
    }

    /** The shortest there is. */
    long leastTimeout() {
        return leastVariance;
    }

    /** True once there was a measure. */
    boolean isKnown() {
        return known;
    }

    /** The mean round trip; 0 as long as none was measured. */
    long smoothed() {
        return smoothed >> 3;
    }

    /** The mean deviation from that. */
    long deviation() {
        return deviation >> 2;
    }

    /** How often the time-out has doubled since the last measure. */
    int doublings() {
        return doublings;
    }

    /**
     * A segment that was sent once has been acknowledged; one sent twice must not be measured (Karn's algorithm).
     *
     * @param sample how long that took
     * @param unacknowledged the oldest number not acknowledged now
     * @param next the number to be sent next
     */
    void measured(long sample, long unacknowledged, long next) {
        if (!known) {
            known = true;
            smoothed = sample << 3;
            deviation = sample << 1;
            variance = Math.max(deviation, leastVariance);
            largestDeviation = variance;
            roundEnd = next;
        } else {
            adapt(sample);
            if (unacknowledged > roundEnd) {
                variance -= Math.max(0, variance - largestDeviation) >> 2;
                roundEnd = next;
                largestDeviation = leastVariance;
            }
        }
        doublings = 0;
        timeout = Math.min(longest, smoothed() + variance);
    }

    private void adapt(long sample) {
        long error = sample - (smoothed >> 3);
        smoothed += error;
        long excess = Math.abs(error) - (deviation >> 2);
        // A round trip that is shorter than thought must not make the time-out longer.
        deviation += error < 0 && excess > 0 ? excess >> 3 : excess;
        if (deviation > largestDeviation) {
            largestDeviation = deviation;
            variance = Math.max(variance, largestDeviation);
        }
    }

    /** The first measure, that of the handshake. */
    void measured(long sample) {
        measured(sample, 0, 1);
    }

    /** The time-out has passed: the next one is twice as long (section 5.5). */
    void backOff() {
        doublings++;
        timeout = Math.min(longest, timeout * 2);
    }

    /** The connection is open, but no round trip could be measured, as the SYN was sent twice. */
    void openedWithoutMeasure() {
        timeout = FALLBACK;
        doublings = 0;
    }
}
