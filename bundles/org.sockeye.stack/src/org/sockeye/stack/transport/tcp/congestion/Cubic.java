package org.sockeye.stack.transport.tcp.congestion;

/**
 * CUBIC (RFC 9438): after a loss the window grows along a cubic curve of time, fast at first, slowly about the size at
 * which the loss happened, then fast again; so that its growth does not depend on the round-trip time. Where Reno would be
 * faster, it is as fast as Reno. Counts as Linux does, in whole milliseconds and 1024ths.
 */
public final class Cubic implements CongestionControl {

    /** Its name in settings. */
    public static final String NAME = "cubic";

    private static final long MILLISECOND = 1_000_000;
    private static final int UNIT = 1024;
    /** What a loss leaves of the window: 0.7 (section 4.6). */
    private static final int BETA = 717;
    /** C, 0.4 (section 5): how steep the curve is. */
    private static final long STEEPNESS = 410;
    /** The curve is looked at again after so many milliseconds if the window has not changed. */
    private static final long UNCHANGED_FOR = 31;
    private static final int TIME_BITS = 10;
    private static final int FRACTION_BITS = 10 + 3 * TIME_BITS;
    private static final long CUBE_FACTOR = (1L << FRACTION_BITS) / STEEPNESS;
    private static final int FRIENDLINESS = 8 * (UNIT + BETA) / 3 / (UNIT - BETA);
    /** Until a loss tells how much the path takes, one more for 20 acknowledged at least. */
    private static final int MOST_BEFORE_FIRST_LOSS = 20;

    private final HyStart start = new HyStart();
    private int largest;
    private int lastSize;
    private long lastTime;
    private boolean inEpoch;
    private long epoch;
    private long inflection;
    private int plateau;
    private int renoSize;
    private int renoAcknowledged;
    private int every;

    @Override
    public void acknowledged(CongestionWindow window, int segments, long now) {
        int left = window.isInSlowStart() ? window.slowStart(segments) : segments;
        if (left > 0) {
            follow(window.size(), left, now / MILLISECOND);
            window.additiveIncrease(every, left);
        }
    }

    /** Finds out how many acknowledgments are to bring one segment more. */
    private void follow(int size, int acknowledged, long time) {
        renoAcknowledged += acknowledged;
        if (lastSize == size && time - lastTime <= UNCHANGED_FOR) {
            return;
        }
        if (!inEpoch || time != lastTime) {
            lastSize = size;
            lastTime = time;
            if (!inEpoch) {
                beginEpoch(size, acknowledged, time);
            }
            long ahead = (start.leastDelay() + MILLISECOND - 1) / MILLISECOND;
            every = everyOnCurve(size, (time - epoch + ahead) * UNIT / 1000);
        }
        every = Math.max(2, Math.min(every, everyOfReno(size)));
    }

    private void beginEpoch(int size, int acknowledged, long time) {
        inEpoch = true;
        epoch = time;
        renoAcknowledged = acknowledged;
        renoSize = size;
        plateau = Math.max(size, largest);
        inflection = largest <= size ? 0 : (long) Math.cbrt((double) CUBE_FACTOR * (largest - size));
    }

    /** Along W(t) = C (t - K)^3 + Wmax (section 4.2). */
    private int everyOnCurve(int size, long time) {
        long distance = Math.abs(time - inflection);
        long rise = STEEPNESS * distance * distance * distance >> FRACTION_BITS;
        long target = time < inflection ? plateau - rise : plateau + rise;
        long wanted = target > size ? size / (target - size) : 100L * size;
        return (int) (largest == 0 ? Math.min(wanted, MOST_BEFORE_FIRST_LOSS) : wanted);
    }

    /** As fast as Reno with the same backing off would be (section 4.3). */
    private int everyOfReno(int size) {
        int step = Math.max(1, size * FRIENDLINESS >> 3);
        while (renoAcknowledged > step) {
            renoAcknowledged -= step;
            renoSize++;
        }
        return renoSize > size ? size / (renoSize - size) : Integer.MAX_VALUE;
    }

    @Override
    public int thresholdAfterLoss(CongestionWindow window) {
        int size = window.size();
        inEpoch = false;
        // Fast convergence (section 4.7): a window that did not come back to where it was makes room for others.
        largest = size < largest ? size * (UNIT + BETA) / (2 * UNIT) : size;
        return Math.max(size * BETA / UNIT, 2);
    }

    @Override
    public void measured(CongestionWindow window, long roundTrip, long round, long now) {
        // Delays just after a recovery say more of the recovery than of the path.
        if (!inEpoch || now / MILLISECOND - epoch >= 1000) {
            start.measured(window, Math.max(1, roundTrip), round, now);
        }
    }

    @Override
    public void timedOut() {
        largest = 0;
        lastSize = 0;
        lastTime = 0;
        inEpoch = false;
        every = 0;
        renoAcknowledged = 0;
        start.restart();
    }

    /** Time in which the program sent nothing does not count (section 5.8). */
    @Override
    public void resumed(long idle, long now) {
        if (inEpoch) {
            epoch = Math.min(now / MILLISECOND, epoch + idle / MILLISECOND);
        }
    }
}
