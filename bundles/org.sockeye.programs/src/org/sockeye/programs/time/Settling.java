package org.sockeye.programs.time;

import java.util.Arrays;

/**
 * A little real time in which the threads of a process do nothing. Where the operating system cannot be asked, a thread that
 * has been woken but has not run yet looks like one that waits; by then it will have run, as a rule.
 */
final class Settling {

    /** Real nanoseconds. */
    private static final long LONG_ENOUGH = 10_000_000;

    private long[] seen = {};
    private long since;

    /** The process got something that may make it go on. */
    void restart() {
        since = System.nanoTime();
    }

    /** True if the hooks' counters have been the same for long enough. */
    boolean isOver(long[] sequences) {
        if (!Arrays.equals(seen, sequences)) {
            seen = sequences;
            since = System.nanoTime();
        }
        return System.nanoTime() - since >= LONG_ENOUGH;
    }
}
