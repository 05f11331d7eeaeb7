package org.sockeye.programs;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.sockeye.programs.door.Door;
import org.sockeye.programs.outside.Entrance;
import org.sockeye.programs.outside.OutsideLink;
import org.sockeye.programs.outside.PublishedPort;
import org.sockeye.programs.process.AgentJar;
import org.sockeye.programs.process.Joinable;
import org.sockeye.programs.process.Launch;
import org.sockeye.programs.process.Leftovers;
import org.sockeye.programs.process.OwnProcess;
import org.sockeye.programs.process.PreloadLibrary;
import org.sockeye.programs.process.PrivateDirectory;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.topology.Network;

/**
 * One execution of programs on a network.
 *
 * <p>One thread drives it: the one that calls {@link #until}. All other methods are that thread's too, but for those that
 * say "from any thread".
 */
public final class Run implements AutoCloseable {

    private final RunOptions options;
    private final Network network;
    private final PrivateDirectory directory;
    private final Path agent;
    private final Optional<Path> preload;
    private final Registry registry;
    private final Door door;
    private final Conductor conductor;
    private final Listeners listeners = new Listeners();
    private final List<Entrance> outside = new ArrayList<>();
    private boolean closed;

    private Run(RunOptions options, PrivateDirectory directory) throws IOException {
        this.options = options;
        this.directory = directory;
        agent = AgentJar.find();
        Optional<Path> library = PreloadLibrary.find(agent);
        preload = library.isEmpty() ? library
                : Optional.of(PreloadLibrary.usable(library.get(), directory.path()));
        network = Network.build(options.topology(), options.seed());
        registry = new Registry(directory.path(), network, options.localhost().map(network::host),
                options.start());
        door = new Door(directory.path().resolve("door"), registry);
        conductor = new Conductor(options, network.events(), registry, door);
    }

    /**
     * Builds the network and a private directory for the programs' connections. Starts nothing.
     *
     * @throws IOException if the directory or the server's socket cannot be made, or the agent is missing
     * @throws IllegalArgumentException if the options name a host that the topology does not have
     */
    public static Run open(RunOptions options) throws IOException {
        PrivateDirectory directory = new PrivateDirectory();
        try {
            return new Run(options, directory);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    public RunOptions options() {
        return options;
    }

    /** The hosts, the clock and the trace. */
    public Network network() {
        return network;
    }

    /** Every program that was started or is expected, in that order. */
    public List<Program> programs() {
        return List.copyOf(registry.programs());
    }

    /** From any thread; it is told on the driving thread. */
    public void addListener(RunListener listener) {
        listeners.add(listener);
    }

    /** From any thread. */
    public void removeListener(RunListener listener) {
        listeners.remove(listener);
    }

    /**
     * Carries an outside device's frames to and from UDP ports of this machine's loopback interface, as {@link OutsideLink}
     * says, until the run is closed.
     *
     * @param device the outside device's name
     * @param localPort where the other side sends to
     * @param remotePort where it receives
     * @throws IOException if the local port is in use
     * @throws IllegalArgumentException if there is no such device, or this run does not go at the pace of real time
     */
    public void connect(String device, int localPort, int remotePort) throws IOException {
        if (options.pace() != 1) {
            throw new IllegalArgumentException("what is outside lives in real time; let the network do so too");
        }
        OutsideLink link = new OutsideLink(network.outside(device), localPort, remotePort);
        door.watch(link.channel(), SelectionKey.OP_READ, link::read);
        enter(link);
    }

    /**
     * Makes a port of a simulated host reachable by a TCP port of this machine's loopback interface, and nothing else, until
     * the run is closed. Connections come from the first other host; if there is none, from the host itself.
     *
     * @param realPort 0 for any free one
     * @return the real port
     * @throws IOException if the real port is in use
     * @throws IllegalArgumentException if there is no such host, or this run goes as fast as possible
     */
    public int publish(int realPort, String host, int port) throws IOException {
        if (options.pace() == 0) {
            throw new IllegalArgumentException(
                    "who connects from outside lives in real time; let the network do so too");
        }
        Host server = network.host(host);
        Host client = network.hosts().stream().filter(other -> other != server).findFirst().orElse(server);
        PublishedPort published = new PublishedPort(realPort, client, server, port, door);
        enter(published);
        return published.port();
    }

    private void enter(Entrance entrance) {
        outside.add(entrance);
        conductor.watch(entrance);
    }

    /**
     * Starts a program in a process of its own, in an empty network namespace where that is possible. If the command's first
     * word is {@code java}, the agent goes onto its command line; any other command has the preload library, and inherits
     * the agent in JDK_JAVA_OPTIONS, which every {@code java} launched by it reads (and says so in a line on standard error).
     *
     * <p>It runs its first instruction in the next {@link #until}.
     *
     * @throws ProgramFailure unknown host, name taken, command or directory not found
     */
    public Program start(ProgramSpec spec) throws ProgramFailure {
        RunningProgram program = program(spec);
        try {
            Launch launch = Launch.of(spec.command(), spec.directory(), spec.environment(), agent, preload,
                    pass(program, true));
            program.process(new OwnProcess(launch, spec.directory(), door::wakeUp), obstacle(launch.executable()));
        } catch (IOException e) {
            throw new ProgramFailure(spec.name() + ": " + e.getMessage());
        }
        registry.programs().add(program);
        listeners.started(program);
        return program;
    }

    /**
     * Prepares for a program whose JVM somebody else starts. Until its agent connects, no time passes; tell the run with
     * {@link Program#stop()} if it never will. The spec's command, directory, environment and input are the launcher's
     * business, standard input and output too.
     *
     * @throws ProgramFailure unknown host, name taken
     */
    public ExternalProgram expect(ProgramSpec spec) throws ProgramFailure {
        RunningProgram program = program(spec);
        program.external();
        try {
            List<String> options = Launch.options(agent, pass(program, false));
            registry.programs().add(program);
            return new ExternalProgram(program, options, Map.of());
        } catch (IOException e) {
            throw new ProgramFailure(spec.name() + ": " + e.getMessage());
        }
    }

    /**
     * Drives programs and clock until {@code done} holds (looked at after every step), or simulated time {@code until} is
     * reached, or the run ends for another reason.
     *
     * @param until nanoseconds since the start of the run; {@link Long#MAX_VALUE} for no limit but the options'
     * @return {@link Ending.Reached} if {@code done} holds; {@link Ending.SimulatedLimit} at {@code until} or the options' limit
     */
    public Ending until(BooleanSupplier done, long until) {
        return conductor.until(done, until);
    }

    /**
     * Drives until the program listens, or waits in vain for something to do, or has ended: the moment to start the next
     * one, which may be its client. {@link Ending.Reached} in all three cases.
     */
    public Ending untilListeningOrWaiting(Program program) {
        RunningProgram running = (RunningProgram) program;
        return until(() -> running.exitStatus().isPresent() || running.isListening()
                || running.isWaiting() && !running.canFeed(), Long.MAX_VALUE);
    }

    /** Drives until the program has ended. */
    public Ending untilEnded(Program program) {
        return until(() -> program.exitStatus().isPresent(), Long.MAX_VALUE);
    }

    /** Runs {@code task} on the driving thread between two steps. From any thread. */
    public void request(Runnable task) {
        conductor.request(task);
    }

    /** Holds the clock from the next step on; programs run on until they wait. From any thread. */
    public void pause() {
        conductor.pause(true);
    }

    /** Takes {@link #pause()} back. From any thread. */
    public void resume() {
        conductor.pause(false);
    }

    /** Makes {@link #until} return {@link Ending.Stopped} now, and ever after. From any thread. */
    public void stop() {
        conductor.stop();
    }

    /**
     * Changes the pace. From any thread.
     *
     * @param simulatedSecondsPerRealSecond 1 is real time, 0.01 slow motion, 0 as fast as possible
     */
    public void pace(double simulatedSecondsPerRealSecond) {
        conductor.pace(simulatedSecondsPerRealSecond);
    }

    /** Stops all programs and removes the private directory. Never fails, and may be called again. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        List.copyOf(registry.programs()).forEach(Program::stop);
        Leftovers.end(directory.path());
        try {
            outside.forEach(Entrance::close);
            door.close();
        } catch (IOException e) {
            // The programs have gone; so has all that could be wrong with their connections.
        }
        directory.close();
    }

    private RunningProgram program(ProgramSpec spec) throws ProgramFailure {
        if (registry.programs().stream().anyMatch(other -> other.spec().name().equals(spec.name()))) {
            throw new ProgramFailure("there is a program " + spec.name() + " already; give this one another name");
        }
        try {
            network.host(spec.host());
        } catch (IllegalArgumentException e) {
            throw new ProgramFailure(spec.name() + ": " + e.getMessage());
        }
        return new RunningProgram(spec, PrivateDirectory.secret(), listeners);
    }

    /** Why a program cannot join, in words that follow its name; empty if it can. */
    private Optional<String> obstacle(Path executable) {
        return Joinable.obstacle(executable).or(() -> preload.isPresent() ? Optional.empty()
                : Optional.of("is no Java program, and there is no preload library here for others"));
    }

    /** The file that lets a process join as this program. */
    private Path pass(RunningProgram program, boolean lines) throws IOException {
        return directory.file("pass-" + registry.programs().size(), List.of(program.secret(), lines ? "lines" : "own"));
    }
}
