package org.sockeye.programs;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.sockeye.stack.topology.Network;

/**
 * One execution of programs on a network.
 *
 * <p>One thread drives it: the one that calls {@link #until}. All other methods are that thread's too, but for those that
 * say "from any thread".
 */
public final class Run implements AutoCloseable {

    private Run() {
    }

    /**
     * Builds the network and a private directory for the programs' connections. Starts nothing.
     *
     * @throws IOException if the directory or the server's socket cannot be made
     */
    public static Run open(RunOptions options) throws IOException {
        throw new IOException("not yet");
    }

    public RunOptions options() {
        throw new UnsupportedOperationException();
    }

    /** The hosts, the clock and the trace. */
    public Network network() {
        throw new UnsupportedOperationException();
    }

    /** Every program that was started or is expected, in that order. */
    public List<Program> programs() {
        throw new UnsupportedOperationException();
    }

    /** From any thread; it is told on the driving thread. */
    public void addListener(RunListener listener) {
        throw new UnsupportedOperationException();
    }

    /** From any thread. */
    public void removeListener(RunListener listener) {
        throw new UnsupportedOperationException();
    }

    /**
     * Starts a program in a process of its own, in an empty network namespace where that is possible. If the command's first
     * word is {@code java}, the agent goes onto its command line; any other command inherits it in JDK_JAVA_OPTIONS, which
     * every {@code java} launched by it reads (and says so in a line on standard error).
     *
     * <p>It runs its first instruction in the next {@link #until}.
     *
     * @throws ProgramFailure unknown host, name taken, command or directory not found
     */
    public Program start(ProgramSpec spec) throws ProgramFailure {
        throw new UnsupportedOperationException();
    }

    /**
     * Prepares for a program whose JVM somebody else starts. Until its agent connects, no time passes; tell the run with
     * {@link Program#stop()} if it never will. The spec's command, directory, environment and input are the launcher's
     * business, standard input and output too.
     *
     * @throws ProgramFailure unknown host, name taken
     */
    public ExternalProgram expect(ProgramSpec spec) throws ProgramFailure {
        throw new UnsupportedOperationException();
    }

    /**
     * Drives programs and clock until {@code done} holds (looked at after every step), or simulated time {@code until} is
     * reached, or the run ends for another reason.
     *
     * @param until nanoseconds since the start of the run; {@link Long#MAX_VALUE} for no limit but the options'
     * @return {@link Ending.Reached} if {@code done} holds; {@link Ending.SimulatedLimit} at {@code until} or the options' limit
     */
    public Ending until(BooleanSupplier done, long until) {
        throw new UnsupportedOperationException();
    }

    /**
     * Drives until the program listens, or waits in vain for something to do, or has ended: the moment to start the next
     * one, which may be its client. {@link Ending.Reached} in all three cases.
     */
    public Ending untilListeningOrWaiting(Program program) {
        throw new UnsupportedOperationException();
    }

    /** Drives until the program has ended. */
    public Ending untilEnded(Program program) {
        return until(() -> program.exitStatus().isPresent(), Long.MAX_VALUE);
    }

    /** Runs {@code task} on the driving thread between two steps. From any thread. */
    public void request(Runnable task) {
        throw new UnsupportedOperationException();
    }

    /** Holds the clock from the next step on; programs run on until they wait. From any thread. */
    public void pause() {
        throw new UnsupportedOperationException();
    }

    /** Takes {@link #pause()} back. From any thread. */
    public void resume() {
        throw new UnsupportedOperationException();
    }

    /** Makes {@link #until} return {@link Ending.Stopped} now, and ever after. From any thread. */
    public void stop() {
        throw new UnsupportedOperationException();
    }

    /**
     * Changes the pace. From any thread.
     *
     * @param simulatedSecondsPerRealSecond 1 is real time, 0.01 slow motion, 0 as fast as possible
     */
    public void pace(double simulatedSecondsPerRealSecond) {
        throw new UnsupportedOperationException();
    }

    /** Stops all programs and removes the private directory. Never fails, and may be called again. */
    @Override
    public void close() {
    }
}
