package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Timer;

/** A timer that is set again and again. To be put off, as happens with each acknowledgment, costs it nothing. */
final class Alarm {

    private final EventQueue events;
    private final Runnable action;
    private @Nullable Timer timer;
    private long due;

    Alarm(EventQueue events, Runnable action) {
        this.events = events;
        this.action = action;
    }

    /** Rings once, {@code delay} nanoseconds from now, whatever was set before. */
    void set(long delay) {
        due = events.now() + delay;
        Timer pending = timer;
        if (pending != null && pending.time() > due) {
            pending.cancel();
            pending = null;
        }
        if (pending == null) {
            timer = events.at(due, this::ring);
        }
    }

    void cancel() {
        Timer pending = timer;
        if (pending != null) {
            pending.cancel();
            timer = null;
        }
    }

    boolean isSet() {
        return timer != null;
    }

    private void ring() {
        if (events.now() < due) {
            timer = events.at(due, this::ring);
        } else {
            timer = null;
            action.run();
        }
    }
}
