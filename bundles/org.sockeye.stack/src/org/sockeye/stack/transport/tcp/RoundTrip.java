package org.sockeye.stack.transport.tcp;

/**
 * How long a round trip takes, and how long to wait for an acknowledgment before sending again (RFC 6298). As Linux does,
 * the variance counts at least 200 ms, where the RFC rounds the whole time-out up to a second. Times are in nanoseconds.
 */
final class RoundTrip {

    /** What is waited for the answer to the first SYN. */
    static final long INITIAL = 1_000_000_000L;
    /** What is waited once a SYN went unanswered, and there is still no measure (section 5.7). */
    static final long FALLBACK = 3_000_000_000L;
    static final long LEAST_VARIANCE = 200_000_000L;
    static final long LONGEST = 120_000_000_000L;

    private boolean known;
    private long smoothed;
    private long variance;
    private long timeout = INITIAL;

    /** The retransmission time-out. */
    long timeout() {
        return timeout;
    }

    /** A segment that was sent once has been acknowledged; one sent twice must not be measured (Karn's algorithm). */
    void measured(long sample) {
        if (known) {
            variance += (Math.abs(smoothed - sample) - variance) / 4;
            smoothed += (sample - smoothed) / 8;
        } else {
            known = true;
            smoothed = sample;
            variance = sample / 2;
        }
        timeout = Math.min(LONGEST, smoothed + Math.max(LEAST_VARIANCE, 4 * variance));
    }

    /** The time-out has passed: the next one is twice as long (section 5.5). */
    void backOff() {
        timeout = Math.min(LONGEST, timeout * 2);
    }

    /** The connection is open, but no round trip could be measured, as the SYN was sent twice. */
    void openedWithoutMeasure() {
        timeout = FALLBACK;
    }
}
