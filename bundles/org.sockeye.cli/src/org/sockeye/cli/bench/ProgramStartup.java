package org.sockeye.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sockeye.cli.bench.programs.Nothing;
import org.sockeye.programs.Program;
import org.sockeye.programs.ProgramFailure;
import org.sockeye.programs.ProgramSpec;
import org.sockeye.programs.Run;
import org.sockeye.programs.RunOptions;
import org.sockeye.stack.topology.Topology;

/**
 * How long a JVM takes from its start to its end if it does nothing else, on a simulated host; and by how much that is more
 * than anywhere else. The median of several.
 */
final class ProgramStartup implements Benchmark {

    private static final int TIMES = 11;

    @Override
    public String name() {
        return "programs.startup";
    }

    @Override
    public List<Figure> measure() throws Exception {
        double[] simulated = new double[TIMES];
        double[] plain = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            simulated[i] = simulated();
            plain[i] = plain();
        }
        double median = median(simulated);
        return List.of(new Figure(name(), median, "ms"), new Figure(name() + ".plain", median(plain), "ms"),
                new Figure(name() + ".more", median - median(plain), "ms"));
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static List<String> command() {
        // The options that a simulated host adds are given to both, so that only what joining costs is compared.
        return List.of(OwnClassPath.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                OwnClassPath.of(Nothing.class), Nothing.class.getName());
    }

    private static double simulated() throws IOException, ProgramFailure {
        try (Run run = Run.open(RunOptions.on(Topology.named("path")))) {
            long start = System.nanoTime();
            Program program = run.start(new ProgramSpec("nothing", "client", command(), Path.of("").toAbsolutePath(),
                    Map.of(), new ProgramSpec.Input.None()));
            run.untilEnded(program);
            return (System.nanoTime() - start) / 1e6;
        }
    }

    private static double plain() throws IOException, InterruptedException {
        long start = System.nanoTime();
        new ProcessBuilder(command()).redirectErrorStream(true).start().waitFor();
        return (System.nanoTime() - start) / 1e6;
    }
}
