package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockeye.stack.topology.Topology;

/** A run on the usual network, where "localhost" means the server, as tests want it. */
final class Scene implements AutoCloseable {

    private static final long SECOND = 1_000_000_000;

    final Run run;
    private final String java;
    private final Path classes;

    Scene(String java, Path classes) {
        this(java, classes, options());
    }

    Scene(String java, Path classes, RunOptions options) {
        this.java = java;
        this.classes = classes;
        try {
            run = Run.open(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One simulated hour, one real minute. */
    static RunOptions options() {
        return lossy(1, 0);
    }

    static RunOptions lossy(long seed, double loss) {
        Topology topology = Topology.named("path").withEveryLink(link -> link.withLoss(loss));
        return new RunOptions(topology, seed, 0, Optional.of("server"), 3600 * SECOND, 60 * SECOND);
    }

    static RunOptions limited(long simulatedSeconds, double realSeconds) {
        return new RunOptions(Topology.named("path"), 1, 0, Optional.of("server"), simulatedSeconds * SECOND,
                (long) (realSeconds * SECOND));
    }

    /** Starts a class's main method and waits until it listens or waits. */
    Program launch(String host, String main, String... lines) {
        return launch(host, main,
                new ProgramSpec.Input.Scripted(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    Program launch(String host, String main, ProgramSpec.Input input) {
        Program program = start(host, main, input);
        run.untilListeningOrWaiting(program);
        return program;
    }

    Program start(String host, String main, ProgramSpec.Input input) {
        try {
            return run.start(
                    new ProgramSpec(main, host, List.of(java, "-cp", classes.toString(), main), classes, Map.of(),
                            input));
        } catch (ProgramFailure e) {
            throw new AssertionError(e);
        }
    }

    /** Runs until the program has ended, which it must by itself. */
    Program finish(Program program) {
        Ending ending = run.untilEnded(program);
        assertInstanceOf(Ending.Reached.class, ending, () -> ending.text() + errors(program));
        return program;
    }

    /** Runs a program from start to end, and gives what it printed. */
    String outputOf(String host, String main, String... lines) {
        return output(finish(launch(host, main, lines)));
    }

    static String output(Program program) {
        assertEquals("", errors(program));
        return new String(program.output(), StandardCharsets.UTF_8);
    }

    static String errors(Program program) {
        return new String(program.errors(), StandardCharsets.UTF_8);
    }

    /** Simulated time now, in seconds. */
    double seconds() {
        return run.network().events().now() / (double) SECOND;
    }

    @Override
    public void close() {
        run.close();
    }
}
