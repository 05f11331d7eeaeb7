package org.sockeye.inspect;

/** Simulated time as every view writes it: with its zero (the start of the run, by the sign) and its unit. */
public final class SimulatedTime {

    private static final long MICROSECOND = 1_000;
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private SimulatedTime() {
    }

    /**
     * A moment, such as "+12.304 ms" or, from a second on, "+1.012304 s".
     *
     * @param nanoseconds since the start of the run, not negative
     */
    public static String text(long nanoseconds) {
        return "+" + duration(nanoseconds);
    }

    /** A span of time, such as "213.000 ms"; rounded down to microseconds, so that order is kept. */
    public static String duration(long nanoseconds) {
        if (nanoseconds < SECOND) {
            return parts(nanoseconds / MILLISECOND, nanoseconds % MILLISECOND / MICROSECOND, 3) + " ms";
        }
        return parts(nanoseconds / SECOND, nanoseconds % SECOND / MICROSECOND, 6) + " s";
    }

    private static String parts(long whole, long fraction, int digits) {
        String padded = "000000" + fraction;
        return whole + "." + padded.substring(padded.length() - digits);
    }
}
