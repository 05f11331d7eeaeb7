package org.sockeye.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sockeye.cli.outcome.ExitStatus;
import org.sockeye.cli.outcome.UsageError;
import org.sockeye.drill.Drill;
import org.sockeye.drill.verdict.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sockeye drill}: runs packetdrill scripts against the simulated TCP. */
@Command(name = "drill", mixinStandardHelpOptions = true,
        description = "Runs packetdrill scripts against the simulated TCP, in simulated time, and gives a verdict on each.",
        footer = { "",
                "Exit status: 0 all passed; 1 one failed; 2 none failed, but one cannot be read;",
                "3 none failed, but one uses something that is not spoken here." })
final class DrillCommand implements Callable<Integer> {

    private enum Outcome {
        PASSED, FAILED, UNSUPPORTED, MALFORMED
    }

    @Parameters(arity = "1..*", paramLabel = "SCRIPT", description = "a packetdrill script")
    private List<Path> scripts = List.of();

    @Option(names = { "-o", "--option" }, paramLabel = "NAME=VALUE",
            description = "an option of packetdrill for scripts that do not set it, like ip_version=ipv6; repeatable")
    private Map<String, String> options = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<Outcome, Integer> count = new EnumMap<>(Outcome.class);
        for (Path script : scripts) {
            Verdict verdict = Drill.run(read(script), options);
            (verdict instanceof Verdict.Malformed ? spec.commandLine().getErr() : out)
                    .println(verdict.report(script.toString()));
            count.merge(outcome(verdict), 1, Integer::sum);
        }
        out.println(scripts.size() + (scripts.size() == 1 ? " script: " : " scripts: ") + of(count, Outcome.PASSED)
                + " passed, "
                + of(count, Outcome.FAILED) + " failed, " + of(count, Outcome.UNSUPPORTED) + " unsupported, "
                + of(count, Outcome.MALFORMED) + " malformed");
        return of(count, Outcome.FAILED) > 0 ? ExitStatus.FAILED
                : of(count, Outcome.MALFORMED) > 0 ? ExitStatus.USAGE
                        : of(count, Outcome.UNSUPPORTED) > 0 ? ExitStatus.ENDED : ExitStatus.OK;
    }

    private static int of(Map<Outcome, Integer> count, Outcome outcome) {
        return count.getOrDefault(outcome, 0);
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed passed -> Outcome.PASSED;
            case Verdict.Failed failed -> Outcome.FAILED;
            case Verdict.Unsupported unsupported -> Outcome.UNSUPPORTED;
            case Verdict.Malformed malformed -> Outcome.MALFORMED;
        };
    }

    private static String read(Path script) {
        try {
            return new String(Files.readAllBytes(script), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageError("drill: " + script
                    + (Files.isDirectory(script) ? " is a folder; name the scripts in it"
                            : Files.exists(script) ? " cannot be read; check its permissions"
                                    : " does not exist; check the name of the script"));
        }
    }
}
