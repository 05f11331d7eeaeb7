package org.sockeye.stack.time;

/**
 * The events still to come, and the clock: time is that of the event being run. Events at the same time run in the
 * order in which they were scheduled.
 */
public final class EventQueue {

    private final TimerHeap pending = new TimerHeap();
    private long now;
    private long scheduled;

    /** Nanoseconds since the start of the run. */
    public long now() {
        return now;
    }

    /**
     * Runs {@code action} at {@code time}, or at once (after what is already due) if that has passed.
     *
     * @param time nanoseconds since the start of the run
     */
    public Timer at(long time, Runnable action) {
        return at(time, turn(), action);
    }

    /** A place in line: of events at the same time, the one with the earlier turn runs first. */
    public long turn() {
        return scheduled++;
    }

    /** Runs {@code action} at {@code time}, in line where it was when it took its {@link #turn}. */
    public Timer at(long time, long turn, Runnable action) {
        Timer timer = new Timer(pending, Math.max(time, now), turn, action);
        pending.add(timer);
        return timer;
    }

    /**
     * Runs {@code action} after {@code delay}.
     *
     * @param delay nanoseconds from now
     */
    public Timer after(long delay, Runnable action) {
        long time = now + delay;
        return at(delay > 0 && time < now ? Long.MAX_VALUE : time, action);
    }

    /** When the next event is due, or {@link Long#MAX_VALUE} if none is scheduled. */
    public long nextTime() {
        return pending.firstTime();
    }

    /** Moves the clock to the next event and runs it; false if there is none. */
    public boolean runNext() {
        Timer next = pending.removeFirst();
        if (next == null) {
            return false;
        }
        now = next.time();
        next.fire();
        return true;
    }

    /**
     * Moves the clock without running anything, as when a program's own timer is what happens next.
     *
     * @param time nanoseconds since the start of the run, not after {@link #nextTime()}
     * @throws IllegalArgumentException if that would go back, or past an event
     */
    public void advanceTo(long time) {
        if (time < now || time > nextTime()) {
            throw new IllegalArgumentException(
                    "cannot move from " + now + " to " + time + " ns: next event at " + nextTime());
        }
        now = time;
    }
}
