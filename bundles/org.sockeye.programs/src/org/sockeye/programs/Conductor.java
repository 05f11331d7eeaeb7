package org.sockeye.programs;

import java.io.IOException;
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

    private final RunOptions options;
    private final Registry registry;
    private final Door door;
    private final Pace pace;
    private final Spinners spinners;
    private final Company company;
    private final Clockwork clockwork;
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private volatile boolean paused;
    private volatile boolean stopped;
    private @Nullable Ending failure;
    private long worked;
    private long lookedAt;
    private long lookedAround;

    Conductor(RunOptions options, EventQueue events, Registry registry, Door door) {
        this.options = options;
        this.registry = registry;
        this.door = door;
        spinners = new Spinners(registry);
        pace = new Pace(options.pace());
        company = new Company(registry);
        clockwork = new Clockwork(events, company, pace, spinners);
    }

    /** From now on, what comes in there comes at its real time, and no silence is the end. */
    void watch(Entrance entrance) {
        clockwork.watch(entrance);
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
                boolean idle = company.isIdle();
                if (idle || now - lookedAround > OFTEN) {
                    lookedAround = now;
                    lookAround();
                    idle = idle && company.isIdle();
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
                        return spinners.look() ? new Ending.Spin(options.wallLimit(), busy("spins"))
                                : new Ending.WallLimit(options.wallLimit(), busy("is busy"));
                    }
                    long limit = Math.min(until, options.simulatedLimit());
                    if (now - quietSince > (spinners.any() ? EAGER : IMPATIENT) && !paused && spinners.look()
                            && clockwork.charge(limit)) {
                        if (clockwork.now() >= limit) {
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

    /** Adds the time since the last look to what has been worked, unless a debugger may be holding a program. */
    private long count(long now) {
        if (!company.isHeldByDebugger()) {
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
        if (company.startOne(clockwork.now()) || company.feedOne()) {
            return Optional.empty();
        }
        Member sleeper = company.nextSleeper();
        long waking = sleeper == null ? Long.MAX_VALUE : sleeper.pacemaker().nextDeadline();
        long next = Math.min(waking, clockwork.nextEvent());
        if (clockwork.letIn(Math.min(next, limit))) {
            return Optional.empty();
        }
        boolean typing = company.isTyping();
        if (next == Long.MAX_VALUE && typing) {
            rest(Long.MAX_VALUE);
            return Optional.empty();
        }
        if (next == Long.MAX_VALUE && !clockwork.isOpen()) {
            return Optional.of(new Ending.Deadlock(company.describe(registry.programs(), "waits", door)));
        }
        if (next > limit && (!clockwork.isOpen() || pace.delay(clockwork.now(), limit, typing) <= 0)) {
            clockwork.advanceTo(limit);
            return Optional.of(new Ending.SimulatedLimit(limit));
        }
        long delay = pace.delay(clockwork.now(), Math.min(next, limit), typing);
        if (delay > 0) {
            rest(delay);
            // Whatever is heard now, such as what somebody types, happens at this time.
            clockwork.advanceTo(Math.min(Math.min(next, limit), pace.reached()));
        } else if (sleeper == null || clockwork.nextEvent() <= waking) {
            clockwork.runEvents(typing || !pace.isFree() ? 0 : Math.min(waking, limit),
                    () -> !requests.isEmpty() || paused || stopped || done.getAsBoolean());
        } else {
            clockwork.wake(sleeper);
        }
        return Optional.empty();
    }

    /** Waits in real time, which does not count, until something is heard. */
    private void rest(long nanoseconds) throws IOException {
        if (nanoseconds < 1_000_000 && clockwork.isOpen()) {
            // A selector waits for whole milliseconds, in which a window's worth of frames could cross a network.
            LockSupport.parkNanos(nanoseconds);
            door.serve(0);
        } else if (requests.isEmpty() && !stopped) {
            door.serve(Math.max(1, Math.min(1000, nanoseconds / 1_000_000)));
        }
        lookedAt = System.nanoTime();
    }

    private List<String> busy(String verb) throws IOException {
        return company.describe(company.busy(), verb, door);
    }
}
