package org.sockeye.stack.transport.tcp.congestion;

/**
 * Ends slow start before it floods the path, when round trips take longer, or when acknowledgments of one round keep
 * coming for half a round trip (the hybrid slow start of Ha and Rhee, as RFC 9438, section 4.10, has it).
 */
final class HyStart {

    private static final long MICROSECOND = 1_000;
    private static final int LEAST_WINDOW = 16;
    private static final int SAMPLES = 8;
    private static final long TRAIN_GAP = 2_000 * MICROSECOND;
    private static final long TRAIN_ALLOWANCE = 1_000 * MICROSECOND;
    private static final long LEAST_EXCESS = 4_000 * MICROSECOND;
    private static final long MOST_EXCESS = 16_000 * MICROSECOND;

    private long leastDelay;
    private boolean found;
    private long round = -1;
    private long roundStart;
    private long lastAcknowledgment;
    private long leastOfRound;
    private int samples;

    /** The shortest round trip seen, in nanoseconds; 0 if there was none yet. */
    long leastDelay() {
        return leastDelay;
    }

    /** Forgets what it knows of the path. */
    void restart() {
        leastDelay = 0;
        found = false;
        round = -1;
    }

    void measured(CongestionWindow window, long roundTrip, long currentRound, long now) {
        leastDelay = leastDelay == 0 ? roundTrip : Math.min(leastDelay, roundTrip);
        if (found || !window.isInSlowStart()) {
            return;
        }
        if (currentRound != round) {
            round = currentRound;
            roundStart = now;
            lastAcknowledgment = now;
            leastOfRound = Long.MAX_VALUE;
            samples = 0;
        }
        if (window.size() >= LEAST_WINDOW) {
            found = isTrainLong(now) | isDelayGrown(roundTrip);
            if (found) {
                window.threshold(window.size());
            }
        }
    }

    private boolean isTrainLong(long now) {
        if (now - lastAcknowledgment > TRAIN_GAP) {
            return false;
        }
        lastAcknowledgment = now;
        return now - roundStart > (leastDelay + TRAIN_ALLOWANCE) / 2;
    }

    private boolean isDelayGrown(long roundTrip) {
        leastOfRound = Math.min(leastOfRound, roundTrip);
        if (samples < SAMPLES) {
            samples++;
            return false;
        }
        return leastOfRound > leastDelay + Math.clamp(leastDelay >> 3, LEAST_EXCESS, MOST_EXCESS);
    }
}
