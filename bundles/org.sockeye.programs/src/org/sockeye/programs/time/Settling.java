package org.sockeye.programs.time;

import java.util.Arrays;

/**
 * A little real time in which the threads of a process do nothing. Where the operating system cannot be asked, a thread that
 * has been woken but has not run yet looks like one that waits; by then it will have run, as a rule. How soon threads of the
 * process get to run when the machine is busy shows in how long one takes that is asked something.
 */
final class Settling {

    /** Real nanoseconds. */
    private static final long SHORTEST = 20_000_000;
    /** So many times as long as an answer took. */
    private static final int ANSWERS = 8;

    private final Runnable ask;
    private long[] seen = {};
    private long since;
    private long asked;
    private long answered;

    /** @param ask asks the process for anything */
    Settling(Runnable ask) {
        this.ask = ask;
    }

    /** The process got something that may make it go on. */
    void restart() {
        since = System.nanoTime();
        asked = 0;
        answered = 0;
    }

    /**
     * True if the hooks' counters have been the same for long enough. Not to be called while an answer is outstanding.
     */
    boolean isOver(long[] sequences) {
        if (!Arrays.equals(seen, sequences)) {
            seen = sequences;
            restart();
        }
        long quiet = System.nanoTime() - since;
        if (quiet < SHORTEST) {
            return false;
        }
        if (asked == 0) {
            asked = quiet;
            ask.run();
            return false;
        }
        if (answered == 0) {
            answered = quiet;
        }
        return quiet >= SHORTEST + ANSWERS * (answered - asked);
    }
}
