package org.sockeye.programs;

/** How fast simulated time may go beside real time. */
final class Pace {

    /** If the programs' own work has taken so much longer than it should, the delay is forgiven: real nanoseconds. */
    private static final long FORGIVEN = 50_000_000;
    private static final double REAL_TIME = 1;

    private volatile double rate;
    private double anchoredRate;
    private long anchorReal;
    private long anchorSimulated;

    Pace(double rate) {
        this.rate = rate;
    }

    /** From any thread. */
    void rate(double simulatedSecondsPerRealSecond) {
        rate = simulatedSecondsPerRealSecond;
    }

    /** True if simulated time may go as fast as it can. */
    boolean isFree() {
        return rate == 0;
    }

    /**
     * How long to wait before simulated time may be {@code next}.
     *
     * @param now simulated time
     * @param typing true while a program waits for somebody to type: then real time is fast enough
     * @return real nanoseconds, 0 or less if there is no need to wait
     */
    long delay(long now, long next, boolean typing) {
        double current = rate == 0 && typing ? REAL_TIME : rate;
        if (current == 0) {
            anchoredRate = 0;
            return 0;
        }
        long real = System.nanoTime();
        if (current != anchoredRate) {
            anchoredRate = current;
            anchor(real, now);
        }
        long delay = anchorReal + (long) ((next - anchorSimulated) / current) - real;
        if (delay < -FORGIVEN) {
            anchor(real, next);
        }
        return delay;
    }

    private void anchor(long real, long simulated) {
        anchorReal = real;
        anchorSimulated = simulated;
    }

    /** The simulated time that real time has come to, where it is not as fast as possible. */
    long reached() {
        return anchorSimulated + (long) ((System.nanoTime() - anchorReal) * anchoredRate);
    }
}
