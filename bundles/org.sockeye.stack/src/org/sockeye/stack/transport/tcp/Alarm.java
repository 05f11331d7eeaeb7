package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.time.Timer;
import org.sockeye.stack.trace.TimerEvent;
import org.sockeye.stack.trace.TimerEvent.Change;
import org.sockeye.stack.trace.TimerEvent.Kind;

/** A timer that is set again and again. To be put off, as happens with each acknowledgment, costs it nothing. */
final class Alarm {

    private final Surroundings surroundings;
    private final ConnectionKey key;
    private final Runnable action;
    private Kind kind;
    private @Nullable Timer timer;
    private long due;

    Alarm(Surroundings surroundings, ConnectionKey key, Kind kind, Runnable action) {
        this.surroundings = surroundings;
        this.key = key;
        this.kind = kind;
        this.action = action;
    }

    /** What it waits for, where that changes; for the trace. */
    void kind(Kind now) {
        kind = now;
    }

    /** Rings once, {@code delay} nanoseconds from now, whatever was set before. */
    void set(long delay) {
        due = surroundings.now() + delay;
        Timer pending = timer;
        if (pending == null) {
            tell(Change.SET);
        } else if (pending.time() > due) {
            pending.cancel();
            pending = null;
        }
        if (pending == null) {
            timer = surroundings.events().at(due, this::ring);
        }
    }

    void cancel() {
        Timer pending = timer;
        if (pending != null) {
            pending.cancel();
            timer = null;
            tell(Change.CANCELLED);
        }
    }

    /** When it rings, in nanoseconds since the start of the run; of use if it is set. */
    long due() {
        return due;
    }

    boolean isSet() {
        return timer != null;
    }

    private void ring() {
        if (surroundings.now() < due) {
            timer = surroundings.events().at(due, this::ring);
        } else {
            timer = null;
            tell(Change.EXPIRED);
            action.run();
        }
    }

    private void tell(Change change) {
        surroundings.trace().record(new TimerEvent(surroundings.now(), surroundings.host(), kind, change, key.local(),
                key.remote(), due));
    }
}
