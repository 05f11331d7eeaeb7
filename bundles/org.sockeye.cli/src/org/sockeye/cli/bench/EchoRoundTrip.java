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

/** Round trips of 64 bytes between two JVMs: over the simulated network, and over the kernel's loopback beside it. */
final class EchoRoundTrip implements Benchmark {

    private static final String PORT = "7007";
    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 5_000;

    @Override
    public String name() {
        return "programs.echo-rtt";
    }

    @Override
    public List<Figure> measure() throws Exception {
        double simulated = simulated() / 1e3 / MEASURED;
        double loopback = loopback() / 1e3 / MEASURED;
        return List.of(new Figure(name(), simulated, "µs"), new Figure(name() + ".loopback", loopback, "µs"),
                new Figure(name() + ".ratio", simulated / loopback, "x"));
    }

    private static long simulated() throws IOException, ProgramFailure {
        Stopwatch stopwatch = new Stopwatch();
        try (Run run = Run.open(RunOptions.on(Topology.named("path")))) {
            run.addListener(stopwatch);
            Program server = run.start(spec("server", command(EchoServer.class, PORT, "0.0.0.0")));
            run.untilListeningOrWaiting(server);
            Program client = run.start(spec("client", command(EchoClient.class, clientArguments("server"))));
            Ending ending = run.untilEnded(client);
            if (!(ending instanceof Ending.Reached) || client.exitStatus().orElse(-1) != 0) {
                throw new IOException(
                        "the echo run failed: " + ending.text() + new String(client.errors(), StandardCharsets.UTF_8));
            }
        }
        return stopwatch.elapsed;
    }

    private static long loopback() throws IOException {
        Process server = new ProcessBuilder(command(EchoServer.class, PORT, "127.0.0.1")).redirectErrorStream(true)
                .start();
        try (BufferedReader serverOut = server.inputReader()) {
            serverOut.readLine();
            Process client = new ProcessBuilder(command(EchoClient.class, clientArguments("127.0.0.1"))).start();
            try (BufferedReader clientOut = new BufferedReader(
                    new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
                clientOut.readLine();
                long start = System.nanoTime();
                clientOut.readLine();
                return System.nanoTime() - start;
            }
        } finally {
            server.destroyForcibly();
        }
    }

    private static String[] clientArguments(String host) {
        return new String[] { PORT, host, String.valueOf(WARM_UP), String.valueOf(MEASURED) };
    }

    private static ProgramSpec spec(String host, List<String> command) {
        return new ProgramSpec("echo-" + host, host, command, Path.of("").toAbsolutePath(), Map.of(),
                new ProgramSpec.Input.None());
    }

    private static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", OwnClassPath.of(main), main.getName()));
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
