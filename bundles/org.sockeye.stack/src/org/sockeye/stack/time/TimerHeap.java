package org.sockeye.stack.time;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pending timers, the next one first: a heap with four children a node, which is half as deep as one with two, and whose
 * times stand beside each other in memory. Each timer knows its place, so that one that is cancelled is taken out at once
 * and leaves nothing behind. The place of the first one stays empty for a moment: as a rule what runs then adds another, and
 * only that one has to find its place.
 */
final class TimerHeap {

    private static final int CHILDREN = 4;

    private long[] times = new long[64];
    private @Nullable Timer[] timers = new Timer[64];
    private int size;
    /** Nothing is at the first place, which counts all the same. */
    private boolean open;

    /** When the first timer is due, or {@link Long#MAX_VALUE} if there is none. */
    long firstTime() {
        close();
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    void add(Timer timer) {
        if (open) {
            open = false;
            down(0, timer);
            return;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            timers = Arrays.copyOf(timers, 2 * size);
        }
        up(size++, timer);
    }

    /** Takes out the first timer; null if there is none. */
    @Nullable
    Timer removeFirst() {
        close();
        Timer first = timers[0];
        if (first != null) {
            first.place(Timer.NOWHERE);
            timers[0] = null;
            open = true;
        }
        return first;
    }

    /** Fills the first place with the last timer. */
    private void close() {
        if (open) {
            open = false;
            Timer last = timers[--size];
            timers[size] = null;
            if (last != null) {
                down(0, last);
            }
        }
    }

    /** Takes out a timer that is in the heap. */
    void remove(Timer timer) {
        close();
        int hole = timer.place();
        timer.place(Timer.NOWHERE);
        Timer last = timers[--size];
        timers[size] = null;
        if (last != null && last != timer) {
            int parent = (hole - 1) / CHILDREN;
            if (hole > 0 && isBefore(last, parent)) {
                up(hole, last);
            } else {
                down(hole, last);
            }
        }
    }

    private void up(int from, Timer timer) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) / CHILDREN;
            if (!isBefore(timer, parent)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(timer, hole);
    }

    private void down(int from, Timer timer) {
        int hole = from;
        while (true) {
            int child = firstOfChildren(hole);
            if (child < 0 || isBefore(timer, child)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(timer, hole);
    }

    /** Which of the children comes first; -1 if there are none. */
    private int firstOfChildren(int parent) {
        int child = CHILDREN * parent + 1;
        if (child >= size) {
            return -1;
        }
        int first = child;
        int end = Math.min(child + CHILDREN, size);
        for (int other = child + 1; other < end; other++) {
            if (times[other] < times[first] || times[other] == times[first] && at(other).isBefore(at(first))) {
                first = other;
            }
        }
        return first;
    }

    private boolean isBefore(Timer timer, int place) {
        return timer.time() < times[place] || timer.time() == times[place] && timer.isBefore(at(place));
    }

    private void move(int from, int to) {
        put(at(from), to);
    }

    private void put(Timer timer, int place) {
        times[place] = timer.time();
        timers[place] = timer;
        timer.place(place);
    }

    private Timer at(int place) {
        Timer timer = timers[place];
        if (timer == null) {
            throw new IllegalStateException("no timer at " + place + " of " + size);
        }
        return timer;
    }
}
