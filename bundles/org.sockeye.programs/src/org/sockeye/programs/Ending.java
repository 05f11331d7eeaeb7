package org.sockeye.programs;

import java.util.List;

/** Why a run, or one stretch of it, came to its end. */
public sealed interface Ending {

    /** In words, for a person. */
    String text();

    /** What was waited for has happened. */
    record Reached() implements Ending {
        @Override
        public String text() {
            return "finished";
        }
    }

    /**
     * Every program waits and nothing can come any more.
     *
     * @param waiting a line a program: what it waits in and where, such as "client waits in read at Client.java:14"
     */
    record Deadlock(List<String> waiting) implements Ending {
        @Override
        public String text() {
            return "deadlock: all programs wait and nothing can come: " + String.join(", ", waiting);
        }
    }

    /** The simulated time limit has passed. */
    record SimulatedLimit(long nanoseconds) implements Ending {
        @Override
        public String text() {
            return "the simulated time limit of " + nanoseconds / 1e9 + " s was reached";
        }
    }

    /**
     * The real time limit has passed.
     *
     * @param busy the programs that were not waiting, with what they did, as far as it is known
     */
    record WallLimit(long nanoseconds, List<String> busy) implements Ending {
        @Override
        public String text() {
            return "the real time limit of " + nanoseconds / 1e9 + " s was reached"
                    + (busy.isEmpty() ? "" : "; still busy: " + String.join(", ", busy));
        }
    }

    /**
     * The real time limit has passed while programs computed on and on, without ever waiting or asking for anything.
     *
     * @param busy a line a program: what it does and where
     */
    record Spin(long nanoseconds, List<String> busy) implements Ending {
        @Override
        public String text() {
            return "spin: " + String.join(", ", busy) + " and never waits; the real time limit of "
                    + nanoseconds / 1e9 + " s was reached";
        }
    }

    /** A program has printed more than anybody would read, and was ended before it filled memory and disk. */
    record OutputLimit(String program, int bytes) implements Ending {
        @Override
        public String text() {
            return program + " printed more than " + (bytes >> 20) + " MiB; it was ended";
        }
    }

    /**
     * A program could not be started or wrapped.
     *
     * @param reason one line: the program, the cause and the remedy
     */
    record Failed(String reason) implements Ending {
        @Override
        public String text() {
            return reason;
        }
    }

    /** Somebody stopped it. */
    record Stopped() implements Ending {
        @Override
        public String text() {
            return "stopped";
        }
    }
}
