package org.sockeye.stack.time;

/** An event that has been scheduled, and may be cancelled until it runs. */
public final class Timer {

    /** The place of a timer that is not pending. */
    static final int NOWHERE = -1;

    private final TimerHeap heap;
    private final long time;
    private final long sequence;
    private final Runnable action;
    private int place = NOWHERE;

    Timer(TimerHeap heap, long time, long sequence, Runnable action) {
        this.heap = heap;
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
        return place != NOWHERE;
    }

    /** Does nothing if it has run already. */
    public void cancel() {
        if (place != NOWHERE) {
            heap.remove(this);
        }
    }

    /** Of two timers that are due at the same time, the one that was scheduled first is. */
    boolean isBefore(Timer other) {
        return sequence < other.sequence;
    }

    /** Where in the heap it stands. */
    int place() {
        return place;
    }

    void place(int now) {
        place = now;
    }

    void fire() {
        action.run();
    }
}
