package org.sockeye.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.sockeye.programs.outside.Entrance;
import org.sockeye.stack.time.EventQueue;

/** Moves simulated time on to whatever happens next, and tells the programs. */
final class Clockwork {

    /** After so many events one looks around, even if they concern no program. */
    private static final int MOST_EVENTS = 1000;

    private final EventQueue events;
    private final Company company;
    private final Pace pace;
    private final Spinners spinners;
    private final List<Entrance> outside = new ArrayList<>();

    Clockwork(EventQueue events, Company company, Pace pace, Spinners spinners) {
        this.events = events;
        this.company = company;
        this.pace = pace;
        this.spinners = spinners;
    }

    /** From now on, what comes in there comes at its real time. */
    void watch(Entrance entrance) {
        outside.add(entrance);
    }

    boolean isOpen() {
        return !outside.isEmpty();
    }

    /** Simulated time. */
    long now() {
        return events.now();
    }

    /** When the network's next event is due. */
    long nextEvent() {
        return events.nextTime();
    }

    /** Moves the clock, without running anything. */
    void advanceTo(long time) {
        events.advanceTo(Math.max(events.now(), time));
        company.tell(events.now());
    }

    /** Moves the clock to the end of somebody's wait, and wakes it. */
    void wake(Member sleeper) {
        advanceTo(sleeper.pacemaker().nextDeadline());
        sleeper.pacemaker().fire();
    }

    /** Lets in what has come from outside: it happens now, and not after {@code latest}. */
    boolean letIn(long latest) {
        boolean any = false;
        for (Entrance entrance : outside) {
            if (entrance.hasArrived()) {
                advanceTo(Math.min(latest, pace.reached()));
                entrance.deliver();
                any = true;
            }
        }
        return any;
    }

    /**
     * Runs the next event, and those behind it up to a time, as long as none of them concerns a program and nobody wants
     * anything else.
     *
     * @param enough is asked after each
     */
    void runEvents(long upTo, BooleanSupplier enough) {
        int run = 0;
        do {
            if (events.nextTime() > events.now()) {
                advanceTo(events.nextTime());
            }
            events.runNext();
            run++;
        } while (run < MOST_EVENTS && events.nextTime() != Long.MAX_VALUE && events.nextTime() <= upTo
                && company.isUntouched() && !enough.getAsBoolean());
    }

    /**
     * Lets as much simulated time pass as programs that spin have burned, up to the next thing that happens; false if nothing
     * can happen that they may be waiting for.
     */
    boolean charge(long limit) {
        Member sleeper = company.nextSleeper();
        long waking = sleeper == null ? Long.MAX_VALUE : sleeper.pacemaker().nextDeadline();
        long next = Math.min(waking, events.nextTime());
        long debt = spinners.debt();
        if (debt <= 0 || next == Long.MAX_VALUE) {
            return false;
        }
        long before = events.now();
        long time = Math.max(before, Math.min(limit, Math.min(next, before + debt)));
        advanceTo(time);
        spinners.pay(time - before);
        if (sleeper != null && waking <= time && waking < events.nextTime()) {
            sleeper.pacemaker().fire();
        } else if (events.nextTime() <= time) {
            events.runNext();
        }
        return true;
    }
}
