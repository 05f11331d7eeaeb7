package org.sockeye.drill.run;

import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.Position;
import org.sockeye.stack.time.EventQueue;

/** Time, and the one system call that may be waiting while it passes. */
final class Simulation {

    private final EventQueue events;
    private final Runnable look;
    private @Nullable Waiting waiting;

    /** A call that has not returned yet. */
    private record Waiting(Attempt attempt, Done done) {
    }

    /** Judges what a call that had to wait came to. */
    @FunctionalInterface
    interface Done {

        void returned(Result result, long time) throws Mismatch;
    }

    /**
     * Time as {@code events} tell it.
     *
     * @param look done whenever something has happened
     */
    Simulation(EventQueue events, Runnable look) {
        this.events = events;
        this.look = look;
    }

    long now() {
        return events.now();
    }

    boolean isWaiting() {
        return waiting != null;
    }

    /** Makes a call; {@code done} hears of its result now or later. */
    void start(Attempt attempt, Done done) throws Mismatch {
        waiting = new Waiting(attempt, done);
        retry();
    }

    private void retry() throws Mismatch {
        look.run();
        Waiting present = waiting;
        Result result = present == null ? null : present.attempt.now();
        if (present != null && result != null) {
            waiting = null;
            look.run();
            present.done.returned(result, now());
        }
    }

    /** Lets the next thing happen if it is due by {@code limit}; false if nothing is. */
    boolean step(long limit) throws Mismatch {
        Waiting present = waiting;
        long wakes = present == null ? Long.MAX_VALUE : present.attempt.deadline();
        long next = Math.min(events.nextTime(), wakes);
        if (next > limit || next == Long.MAX_VALUE) {
            return false;
        }
        if (events.nextTime() <= wakes) {
            events.runNext();
        } else {
            events.advanceTo(Math.max(wakes, now()));
        }
        retry();
        return true;
    }

    /** Lets everything happen that is due by {@code time}, and moves the clock there. */
    void runUntil(long time) throws Mismatch {
        while (step(time)) {
            // All that counts is that it happened.
        }
        if (time > now()) {
            events.advanceTo(time);
        }
    }

    /** Lets time pass until no call waits any more, up to {@code limit}; false if one still does. */
    boolean finishCall(long limit) throws Mismatch {
        while (isWaiting() && step(limit)) {
            // The call looks for itself whether it is done.
        }
        return !isWaiting();
    }

    /** For a call that can never end. */
    static Mismatch stuck(Position position, String name, long since) {
        return new Mismatch(position, "expected " + name + " to return, got no end of it: it waits since "
                + Shown.time(since) + "; if it is to wait for what follows, write begin...end before it");
    }
}
