package org.sockeye.launching.session;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.osgi.util.NLS;
import org.sockeye.launching.Messages;
import org.sockeye.programs.ExternalProgram;
import org.sockeye.programs.Program;
import org.sockeye.programs.ProgramFailure;
import org.sockeye.programs.ProgramSpec;
import org.sockeye.programs.Run;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.Topology;

/** A network that programs are launched onto, one after the other, until somebody stops it. Safe for any thread. */
public final class NetworkSession {

    /** At most every 10 ms, in nanoseconds of real time. */
    private static final long GLANCE = 10_000_000;

    /** So long after a process's end its connection's end has certainly been heard of: real milliseconds. */
    private static final long MOURNING = 1_000;

    private final NetworkSettings settings;
    private final Topology topology;
    private final Run run;
    private final SessionDriver driver;
    private final Map<String, ILaunch> launches = new ConcurrentHashMap<>();
    private final Consumer<NetworkSession> changed;
    private long observed;
    private volatile View seen = new View(0, 0, List.of(), false);

    /** What others may see of the network: as it was at the last look. */
    private record View(long now, int frames, List<ProgramState> programs, boolean stopped) {
    }

    private NetworkSession(NetworkSettings settings, Topology topology, Run run, Consumer<NetworkSession> changed) {
        this.settings = settings;
        this.topology = topology;
        this.run = run;
        this.changed = changed;
        driver = new SessionDriver(run, this::step, this::observe,
                () -> Job.createSystem(Messages.ended, (ICoreRunnable) monitor -> endLaunches()).schedule());
    }

    static NetworkSession open(NetworkSettings settings, Consumer<NetworkSession> changed) throws CoreException {
        Topology topology = settings.read();
        try {
            return new NetworkSession(settings, topology, Run.open(settings.options(topology)), changed);
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.cannotOpen, e.getMessage()), e));
        }
    }

    /** Begins to drive. */
    void start() {
        driver.start();
    }

    public NetworkSettings settings() {
        return settings;
    }

    public Topology topology() {
        return topology;
    }

    /** The network itself, which belongs to the driving thread: use it inside {@link #call} only. */
    public Network network() {
        return run.network();
    }

    /** Simulated time, in nanoseconds since the start of the run. */
    public long now() {
        return seen.now();
    }

    /** The programs launched so far, in that order. */
    public List<ProgramState> programs() {
        return seen.programs();
    }

    /** True while a program of it has not ended. */
    public boolean isBusy() {
        return !driver.isStopped() && seen.programs().stream().anyMatch(ProgramState::isAlive);
    }

    /** Why it ended although nobody stopped it, in words; empty if it did not. */
    public String problem() {
        return driver.problem();
    }

    /**
     * Runs a task on the driving thread and waits for its result.
     *
     * @throws CoreException if the session has been stopped, or with the task's own failure as its message
     */
    public <T> T call(Callable<T> task) throws CoreException {
        CompletableFuture<T> result = new CompletableFuture<>();
        driver.submit(() -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        }, () -> result.completeExceptionally(new ProgramFailure(Messages.ended)));
        try {
            return result.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CoreException(Status.error(String.valueOf(cause.getMessage()), cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CoreException(Status.CANCEL_STATUS);
        }
    }

    /**
     * Prepares a host for a program that the caller will start.
     *
     * @param name what to call it; a number is added if the name is taken
     */
    ExternalProgram expect(String name, ProgramSpec spec) throws CoreException {
        return call(() -> {
            ExternalProgram expected = run.expect(new ProgramSpec(free(name), spec.host(), spec.command(),
                    spec.directory(), spec.environment(), spec.input()));
            observe();
            return expected;
        });
    }

    /** Remembers the launch of an expected program, so that stopping the network ends it. */
    public void launched(Program program, ILaunch launch) {
        launches.put(program.spec().name(), launch);
        for (IProcess process : launch.getProcesses()) {
            ProcessEnd.of(process, () -> buryLater(program));
        }
        driver.wake();
    }

    /**
     * The run learns of a program's end from the program's own connection, but not if the program never joined, as when its
     * virtual machine did not understand an option: then it would wait for it, and hold the clock, for ever.
     */
    private void buryLater(Program program) {
        Job burial = Job.createSystem(Messages.ended, (ICoreRunnable) monitor -> abandon(program));
        burial.schedule(MOURNING);
    }

    /** Gives up on a program that was expected but could not be started. */
    public void abandon(Program program) {
        driver.submit(program::stop, () -> {});
    }

    /** Ends every program and the network. What it recorded stays. */
    public void stop() {
        driver.stop();
        endLaunches();
    }

    private void endLaunches() {
        for (ILaunch launch : launches.values()) {
            try {
                if (launch.canTerminate()) {
                    launch.terminate();
                }
            } catch (DebugException e) {
                ILog.of(NetworkSession.class).log(e.getStatus());
            }
        }
    }

    /** Waits until the network has let go of everything, but no longer than that. */
    void awaitEnd(Duration patience) {
        driver.awaitEnd(patience);
    }

    private String free(String name) {
        Set<String> taken = new HashSet<>();
        run.programs().forEach(program -> taken.add(program.spec().name()));
        String candidate = name;
        for (int i = 2; taken.contains(candidate); i++) {
            candidate = name + " " + i;
        }
        return candidate;
    }

    /** After every step of the network: looks at it now and then only, as there may be a million a second. */
    private void step() {
        long time = System.nanoTime();
        if (time - observed > GLANCE) {
            observe();
        }
    }

    private void observe() {
        observed = System.nanoTime();
        View view = new View(run.network().events().now(), run.network().trace().frames().size(),
                run.programs().stream().map(this::state).toList(), driver.isStopped());
        if (!view.equals(seen)) {
            seen = view;
            changed.accept(this);
        }
    }

    private ProgramState state(Program program) {
        return new ProgramState(program.spec().name(), program.spec().host(), program.isListening(),
                program.sockets().stream().map(SocketLine::of).toList(), program.isWaiting(), exitStatus(program));
    }

    /** Only who started a process knows its exit status; the run knows that it has ended. */
    private OptionalInt exitStatus(Program program) {
        ILaunch launch = launches.get(program.spec().name());
        if (program.exitStatus().isPresent() && launch != null) {
            for (IProcess process : launch.getProcesses()) {
                try {
                    if (process.isTerminated()) {
                        return OptionalInt.of(process.getExitValue());
                    }
                } catch (DebugException e) {
                    // It has not quite ended; the next look will tell.
                }
            }
        }
        return program.exitStatus();
    }
}
