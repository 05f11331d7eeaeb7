package org.sockeye.programs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.programs.door.Door;
import org.sockeye.programs.outside.Entrance;
import org.sockeye.stack.time.EventQueue;

/**
 * Moves programs and clock: gives one stimulus (a go, a line of input, an event of the network, the end of a program's own
 * wait), lets it work until every program waits again, gives the next.
 */
final class Conductor {

    /** So long one looks again and again before one lets go of the processor: real nanoseconds. */
    private static final long EAGER = 2_000_000;
    /** While some program is busy for so long, conditions are looked at all the same: real nanoseconds. */
    private static final long IMPATIENT = 50_000_000;
    /** How often to see what busy programs have printed, and whether they have ended: real nanoseconds. */
    private static final long OFTEN = 1_000_000;
    /** After so many events one looks around, even if they concern no program. */
    private static final int MOST_EVENTS = 1000;

    private final RunOptions options;
    private final EventQueue events;
    private final Registry registry;
    private final Door door;
    private final Pace pace;
    private final Spinners spinners;
    private final List<Entrance> outside = new ArrayList<>();
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private volatile boolean paused;
    private volatile boolean stopped;
    private @Nullable Ending failure;
    private long worked;
    private long lookedAt;
    private long lookedAround;

    Conductor(RunOptions options, EventQueue events, Registry registry, Door door) {
        this.options = options;
        this.events = events;
        this.registry = registry;
        this.door = door;
        spinners = new Spinners(registry);
        pace = new Pace(options.pace());
    }

    /** From now on, what comes in there comes at its real time, and no silence is the end. */
    void watch(Entrance entrance) {
        outside.add(entrance);
    }

    void request(Runnable task) {
        requests.add(task);
        door.wakeUp();
    }

    void pause(boolean hold) {
        paused = hold;
        door.wakeUp();
    }

    void stop() {
        stopped = true;
        door.wakeUp();
    }

    void pace(double rate) {
        pace.rate(rate);
        door.wakeUp();
    }

    /** What {@link Run#until} promises. */
    Ending until(BooleanSupplier done, long until) {
        try {
            lookedAt = System.nanoTime();
            long quietSince = lookedAt;
            while (true) {
                boolean heard = door.serve(0);
                heard |= runRequests();
                long now = System.nanoTime();
                boolean idle = allIdle();
                if (idle || now - lookedAround > OFTEN) {
                    lookedAround = now;
                    lookAround();
                    idle = idle && allIdle();
                }
                if (heard) {
                    quietSince = now;
                }
                if (stopped) {
                    return new Ending.Stopped();
                }
                if (failure != null) {
                    return failure;
                }
                if (!idle) {
                    if (now - quietSince > IMPATIENT && done.getAsBoolean()) {
                        return new Ending.Reached();
                    }
                    if (count(now) > options.wallLimit()) {
                        return spinners.look() ? new Ending.Spin(options.wallLimit(), describe(busy(), "spins"))
                                : new Ending.WallLimit(options.wallLimit(), describe(busy(), "is busy"));
                    }
                    long limit = Math.min(until, options.simulatedLimit());
                    if (now - quietSince > (spinners.any() ? EAGER : IMPATIENT) && spinners.look() && charge(limit)) {
                        if (events.now() >= limit) {
                            return new Ending.SimulatedLimit(limit);
                        }
                        continue;
                    }
                    letWork(now - quietSince);
                    continue;
                }
                spinners.forget();
                if (door.serve(0) || !requests.isEmpty()) {
                    continue;
                }
                if (done.getAsBoolean()) {
                    return new Ending.Reached();
                }
                Optional<Ending> ending = step(Math.min(until, options.simulatedLimit()), done);
                if (ending.isPresent()) {
                    return ending.get();
                }
                quietSince = System.nanoTime();
            }
        } catch (IOException e) {
            return new Ending.Failed("the programs' connections failed: " + e.getMessage());
        }
    }

    /**
     * Lets as much simulated time pass as programs that spin have burned, up to the next thing that happens; false if nothing
     * can happen that they may be waiting for.
     */
    private boolean charge(long limit) {
        Member sleeper = nextSleeper();
        long waking = sleeper == null ? Long.MAX_VALUE : sleeper.pacemaker().nextDeadline();
        long next = Math.min(waking, events.nextTime());
        long debt = spinners.debt();
        if (paused || debt <= 0 || next == Long.MAX_VALUE) {
            return false;
        }
        long before = events.now();
        long time = Math.max(before, Math.min(limit, Math.min(next, before + debt)));
        events.advanceTo(time);
        tellTime();
        spinners.pay(time - before);
        if (sleeper != null && waking <= time && waking < events.nextTime()) {
            sleeper.pacemaker().fire();
        } else if (events.nextTime() <= time) {
            events.runNext();
        }
        return true;
    }

    /** Leaves the processor to the programs, at first only for a moment. */
    private void letWork(long quiet) throws IOException {
        if (quiet > EAGER) {
            door.serve(1);
        } else {
            Thread.yield();
        }
    }

    /** Runs what was asked for; true if there was anything. */
    private boolean runRequests() {
        boolean any = false;
        for (Runnable task = requests.poll(); task != null; task = requests.poll()) {
            task.run();
            any = true;
        }
        return any;
    }

    /** Takes in what programs printed and which of them ended. */
    private void lookAround() {
        for (RunningProgram program : registry.programs()) {
            program.look();
            if (program.printsForEver() && failure == null) {
                program.stop();
                failure = new Ending.OutputLimit(program.spec().name(), RunningProgram.MOST_PRINTED);
            }
            if (program.ranUnwrapped() && failure == null) {
                failure = new Ending.Failed(program.spec().name() + ": '" + String.join(" ", program.spec().command())
                        + "' could not join the network and reached nothing: it " + program.whyApart());
            }
        }
    }

    private boolean allIdle() {
        for (RunningProgram program : registry.programs()) {
            if (!program.isIdle()) {
                return false;
            }
        }
        return true;
    }

    private List<RunningProgram> busy() {
        return registry.programs().stream().filter(program -> !program.isIdle()).toList();
    }

    /** Adds the time since the last look to what has been worked, unless a debugger may be holding a program. */
    private long count(long now) {
        boolean debugged = registry.members().stream()
                .anyMatch(member -> member.isDebugged() && !member.hasEnded() && !member.isIdle());
        if (!debugged) {
            worked += now - lookedAt;
        }
        lookedAt = now;
        return worked;
    }

    /** Everything waits: gives the next stimulus, or says why there is none. */
    private Optional<Ending> step(long limit, BooleanSupplier done) throws IOException {
        long now = System.nanoTime();
        if (count(now) > options.wallLimit()) {
            return Optional.of(new Ending.WallLimit(options.wallLimit(), List.of()));
        }
        if (paused) {
            rest(Long.MAX_VALUE);
            return Optional.empty();
        }
        if (startOne() || feedOne()) {
            return Optional.empty();
        }
        Member sleeper = nextSleeper();
        long waking = sleeper == null ? Long.MAX_VALUE : sleeper.pacemaker().nextDeadline();
        long next = Math.min(waking, events.nextTime());
        if (letIn(Math.min(next, limit))) {
            return Optional.empty();
        }
        boolean typing = registry.programs().stream().anyMatch(RunningProgram::isWaitingForTyping);
        if (next == Long.MAX_VALUE && typing) {
            rest(Long.MAX_VALUE);
            return Optional.empty();
        }
        if (next == Long.MAX_VALUE && outside.isEmpty()) {
            return Optional.of(new Ending.Deadlock(describe(registry.programs(), "waits")));
        }
        if (next > limit && (outside.isEmpty() || pace.delay(events.now(), limit, typing) <= 0)) {
            events.advanceTo(Math.max(events.now(), limit));
            tellTime();
            return Optional.of(new Ending.SimulatedLimit(limit));
        }
        long delay = pace.delay(events.now(), Math.min(next, limit), typing);
        if (delay > 0) {
            rest(delay);
            // Whatever is heard now, such as what somebody types, happens at this time.
            events.advanceTo(Math.max(events.now(), Math.min(Math.min(next, limit), pace.reached())));
            tellTime();
        } else if (sleeper == null || events.nextTime() <= waking) {
            runEvents(typing || !pace.isFree() ? 0 : Math.min(waking, limit), done);
        } else {
            events.advanceTo(waking);
            tellTime();
            sleeper.pacemaker().fire();
        }
        return Optional.empty();
    }

    /** Lets in what has come from outside: it happens now, and not after {@code latest}. */
    private boolean letIn(long latest) {
        boolean any = false;
        for (Entrance entrance : outside) {
            if (entrance.hasArrived()) {
                events.advanceTo(Math.max(events.now(), Math.min(latest, pace.reached())));
                entrance.deliver();
                any = true;
            }
        }
        if (any) {
            tellTime();
        }
        return any;
    }

    /** Waits in real time, which does not count, until something is heard. */
    private void rest(long nanoseconds) throws IOException {
        if (nanoseconds < 1_000_000 && !outside.isEmpty()) {
            // A selector waits for whole milliseconds, in which a window's worth of frames could cross a network.
            LockSupport.parkNanos(nanoseconds);
            door.serve(0);
        } else if (requests.isEmpty() && !stopped) {
            door.serve(Math.max(1, Math.min(1000, nanoseconds / 1_000_000)));
        }
        lookedAt = System.nanoTime();
    }

    /**
     * Runs the next event, and those behind it up to a time, as long as none of them concerns a program and nobody wants
     * anything else.
     */
    private void runEvents(long upTo, BooleanSupplier done) {
        int run = 0;
        do {
            long time = events.nextTime();
            if (time > events.now()) {
                events.advanceTo(time);
                tellTime();
            }
            events.runNext();
            run++;
        } while (run < MOST_EVENTS && events.nextTime() != Long.MAX_VALUE && events.nextTime() <= upTo
                && requests.isEmpty() && !paused && !stopped && nobodyIsTouched() && !done.getAsBoolean());
    }

    private boolean nobodyIsTouched() {
        for (Member member : registry.members()) {
            if (!member.isUntouched()) {
                return false;
            }
        }
        return true;
    }

    private void tellTime() {
        registry.members().forEach(member -> member.pacemaker().now(events.now()));
    }

    /** Lets the first program run that is held. */
    private boolean startOne() {
        for (RunningProgram program : registry.programs()) {
            for (Member member : program.members()) {
                if (member.isHeld()) {
                    member.pacemaker().now(events.now());
                    member.go();
                    return true;
                }
            }
        }
        return false;
    }

    /** Gives a line of input to the first program that waits for one. */
    private boolean feedOne() {
        for (RunningProgram program : registry.programs()) {
            if (program.canFeed()) {
                program.feed();
                return true;
            }
        }
        return false;
    }

    private @Nullable Member nextSleeper() {
        Member next = null;
        long earliest = Long.MAX_VALUE;
        for (RunningProgram program : registry.programs()) {
            for (Member member : program.members()) {
                long deadline = member.hasEnded() || member.isHeld() ? Long.MAX_VALUE
                        : member.pacemaker().nextDeadline();
                if (deadline < earliest) {
                    earliest = deadline;
                    next = member;
                }
            }
        }
        return next;
    }

    /** A line a program: what it waits in, or is busy with, and where; as far as it answers within half a second. */
    private List<String> describe(List<RunningProgram> programs, String verb) throws IOException {
        List<Member> asked = new ArrayList<>();
        for (RunningProgram program : programs) {
            program.members().stream().filter(member -> !member.hasEnded()).forEach(asked::add);
        }
        asked.forEach(Member::askForDescription);
        long deadline = System.nanoTime() + 500_000_000;
        while (System.nanoTime() < deadline && asked.stream().anyMatch(member -> member.description().isEmpty())) {
            door.serve(10);
        }
        List<String> lines = new ArrayList<>();
        for (RunningProgram program : programs) {
            if (program.exitStatus().isEmpty()) {
                lines.add(program.describe(verb));
            }
        }
        return lines;
    }
}
