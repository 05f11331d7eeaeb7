package org.sockeye.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sockeye.catalogue.LabCatalogue;
import org.sockeye.cli.options.Jobs;
import org.sockeye.cli.outcome.ExitStatus;
import org.sockeye.labs.format.CheckOutline;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.LabException;
import org.sockeye.labs.grading.Grader;
import org.sockeye.labs.grading.GraderException;
import org.sockeye.labs.grading.GradingOptions;
import org.sockeye.labs.grading.VerdictMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sockeye labs}: what there is to be solved, and the proof that it is graded rightly. */
@Command(name = "labs", mixinStandardHelpOptions = true, subcommands = { LabsCommand.ListLabs.class,
        LabsCommand.Verify.class }, description = "Lists the labs, or verifies that they judge as they should.")
final class LabsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "labs: say what to do: " + String.join(", ", spec.subcommands().keySet()));
    }

    /** Prints two lines a lab. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the labs that ship.")
    static final class ListLabs implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws LabException, IOException {
            PrintWriter out = spec.commandLine().getOut();
            try (LabCatalogue catalogue = LabCatalogue.open()) {
                for (Lab lab : catalogue.labs()) {
                    double points = lab.outline().stream().mapToDouble(CheckOutline::points).sum();
                    out.printf("%-16s %s: %d checks, %.0f points%n%-16s %s%n", lab.id(), lab.title(),
                            lab.outline().size(),
                            points, "", lab.summary());
                }
            }
            out.flush();
            return ExitStatus.OK;
        }
    }

    /** Grades a lab's solutions, starter and mutants, and prints how each came out. */
    @Command(name = "verify", mixinStandardHelpOptions = true, description = {
            "Grades the solutions, the starter and the mutants of a lab and prints the matrix.",
            "Every solution must get all points, the starter none, and a mutant must lose exactly what it declares." })
    static final class Verify implements Callable<Integer> {

        @Parameters(paramLabel = "LAB", arity = "0..1", description = "a lab's name or folder (default: all that ship)")
        private @Nullable String name;

        @Mixin
        private Jobs jobs = new Jobs();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws LabException, GraderException, IOException {
            boolean all = true;
            try (LabCatalogue catalogue = LabCatalogue.open()) {
                for (Lab lab : name == null ? catalogue.labs() : List.of(catalogue.find(name))) {
                    all &= verify(lab, jobs.grading(), spec.commandLine().getOut());
                }
            }
            return all ? ExitStatus.OK : ExitStatus.FAILED;
        }
    }

    private static boolean verify(Lab lab, GradingOptions options, PrintWriter out)
            throws LabException, GraderException, IOException {
        try (Grader grader = Grader.open(lab, options)) {
            out.println(lab.id() + ": " + lab.title());
            StringBuilder numbers = new StringBuilder(" ".repeat(VerdictMatrix.NAME_WIDTH));
            for (int i = 1; i <= grader.checks().size(); i++) {
                out.printf("%4d %s%n", i, grader.checks().get(i - 1).id());
                numbers.append(String.format("%3d", i));
            }
            out.println(numbers);
            out.flush();
            VerdictMatrix matrix = VerdictMatrix.prove(grader, row -> {
                out.println(VerdictMatrix.line(row));
                out.flush();
            });
            matrix.unproven().forEach(id -> out.println("no mutant fails " + id + ", so it proves nothing; write one"));
            out.println(matrix.holds() ? "the lab holds\n" : "the lab does NOT hold\n");
            return matrix.holds();
        }
    }
}
