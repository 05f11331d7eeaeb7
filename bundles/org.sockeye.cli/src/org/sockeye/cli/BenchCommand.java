package org.sockeye.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sockeye.cli.bench.Benchmark;
import org.sockeye.cli.outcome.ExitStatus;
import org.sockeye.cli.outcome.UsageError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sockeye bench}: the benchmarks, one figure a line. */
@Command(name = "bench", mixinStandardHelpOptions = true,
        description = "The benchmarks: one figure a line, name value unit.")
final class BenchCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "which to run (default: all)")
    private List<String> names = List
            .of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        List<String> known = Benchmark.all().stream().map(Benchmark::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UsageError(
                        "bench: there is no benchmark '" + name + "'; there are " + String.join(", ", known));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        for (Benchmark benchmark : Benchmark.all()) {
            if (names.isEmpty() || names.contains(benchmark.name())) {
                for (Benchmark.Figure figure : benchmark.measure()) {
                    out.printf(Locale.ROOT, "%s %.4g %s%n", figure.name(), figure.value(), figure.unit());
                    out.flush();
                }
            }
        }
        return ExitStatus.OK;
    }
}
