package org.sockeye.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sockeye.programs.Ending;
import org.sockeye.programs.Program;
import org.sockeye.programs.ProgramFailure;
import org.sockeye.programs.ProgramSpec;
import org.sockeye.programs.Run;
import org.sockeye.programs.RunListener;
import org.sockeye.programs.RunOptions;
import org.sockeye.stack.topology.Topology;

/**
 * A server and a client in JVMs of their own, and how long the client takes for the measured part of its work.
 *
 * @param server the server's main class, which prints "listening"
 * @param client the client's main class, which prints "start" and "end"
 * @param warmUp how much the client does before it is measured
 * @param measured how much it does then
 */
record ProgramPair(Class<?> server, Class<?> client, int warmUp, int measured) {

    private static final String PORT = "7007";
    private static final long LIMIT = 600_000_000_000L;

    /** Seconds of real time over the simulated network, with links of that rate in bits per second; 0 for no limit. */
    double simulated(long rate) throws IOException, ProgramFailure {
        Stopwatch stopwatch = new Stopwatch();
        RunOptions usual = RunOptions
                .on(Topology.named("path").withEveryLink(conditions -> conditions.withRate(rate).withQueue(100_000)));
        RunOptions options = new RunOptions(usual.topology(), 1, 0, usual.localhost(), usual.simulatedLimit(), LIMIT);
        try (Run run = Run.open(options)) {
            run.addListener(stopwatch);
            Program listening = run.start(spec("server", command(server, PORT, "0.0.0.0")));
            run.untilListeningOrWaiting(listening);
            Program sending = run.start(spec("client", command(client, arguments("server"))));
            Ending ending = run.untilEnded(sending);
            if (!(ending instanceof Ending.Reached) || sending.exitStatus().orElse(-1) != 0) {
                throw new IOException(client.getSimpleName() + " failed: " + ending.text()
                        + new String(sending.errors(), StandardCharsets.UTF_8));
            }
        }
        return stopwatch.elapsed / 1e9;
    }

    /** Seconds of real time over the kernel's loopback. */
    double loopback() throws IOException {
        Process listening = new ProcessBuilder(command(server, PORT, "127.0.0.1")).redirectErrorStream(true).start();
        try (BufferedReader serverOut = listening.inputReader()) {
            serverOut.readLine();
            Process sending = new ProcessBuilder(command(client, arguments("127.0.0.1"))).start();
            try (BufferedReader clientOut = new BufferedReader(
                    new InputStreamReader(sending.getInputStream(), StandardCharsets.UTF_8))) {
                clientOut.readLine();
                long start = System.nanoTime();
                clientOut.readLine();
                return (System.nanoTime() - start) / 1e9;
            }
        } finally {
            listening.destroyForcibly();
        }
    }

    private String[] arguments(String host) {
        return new String[] { PORT, host, String.valueOf(warmUp), String.valueOf(measured) };
    }

    private static ProgramSpec spec(String host, List<String> command) {
        return new ProgramSpec("bench-" + host, host, command, Path.of("").toAbsolutePath(), Map.of(),
                new ProgramSpec.Input.None());
    }

    private static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(OwnClassPath.java(), "-cp", OwnClassPath.of(main), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Real time between the client's "start" and "end". */
    private static final class Stopwatch implements RunListener {

        private long started;
        private long elapsed;

        @Override
        public void output(Program program, boolean error, byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.contains("start")) {
                started = System.nanoTime();
            }
            if (text.contains("end")) {
                elapsed = System.nanoTime() - started;
            }
        }
    }
}
