package org.sockeye.stack.time;

/** An event that has been scheduled, and may be cancelled until it runs. */
public final class Timer implements Comparable<Timer> {

    private final EventQueue queue;
    private final long time;
    private final long sequence;
    private final Runnable action;
    private boolean pending = true;

    Timer(EventQueue queue, long time, long sequence, Runnable action) {
        this.queue = queue;
        this.time = time;
        this.sequence = sequence;
        this.action = action;
    }

    /** When it is due, in nanoseconds since the start of the run. */
    public long time() {
        return time;
    }

    /** True until it has run or been cancelled. */
    public boolean isPending() {
        return pending;
    }

    /** Does nothing if it has run already. */
    public void cancel() {
        if (pending) {
            pending = false;
            queue.remove(this);
        }
    }

    void fire() {
        pending = false;
        action.run();
    }

    @Override
    public int compareTo(Timer other) {
        int byTime = Long.compare(time, other.time);
        return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
}
