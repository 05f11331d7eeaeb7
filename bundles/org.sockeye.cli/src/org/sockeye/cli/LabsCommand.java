package org.sockeye.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.catalogue.LabCatalogue;
import org.sockeye.labs.format.CheckOutline;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.LabException;
import org.sockeye.labs.grading.Grader;
import org.sockeye.labs.grading.GraderException;
import org.sockeye.labs.grading.GradingOptions;
import org.sockeye.labs.grading.VerdictMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sockeye labs list | verify}: what there is to be solved, and the proof that it is graded rightly. */
@Command(name = "labs", description = "Lists the labs, or verifies that they judge as they should.")
public final class LabsCommand {

    @Spec @Nullable CommandSpec spec;

    /** Prints a line a lab. */
    @Command(name = "list", description = "Lists the labs that ship.")
    public int list() {
        Terminal terminal = Terminal.of(spec);
        return terminal.guarded(() -> {
            try (LabCatalogue catalogue = LabCatalogue.open()) {
                for (Lab lab : catalogue.labs()) {
                    double points = lab.outline().stream().mapToDouble(CheckOutline::points).sum();
                    terminal.out().printf("%-16s %s: %d checks, %.0f points%n%-16s %s%n", lab.id(), lab.title(),
                            lab.outline().size(),
                            points, "", lab.summary());
                }
            }
            return Terminal.GOOD;
        });
    }

    /** Grades a lab's solutions, starter and mutants, and prints how each came out. */
    @Command(name = "verify", description = {
            "Grades the solutions, the starter and the mutants of a lab and prints the matrix.",
            "Every solution must get all points, the starter none, and a mutant must lose exactly what it declares." })
    public int verify(
            @Parameters(paramLabel = "LAB", arity = "0..1", description = "a lab's name or folder; default: all that ship") @Nullable String name,
            @Option(names = "--jobs", paramLabel = "N", description = "how many checks run at the same time") @Nullable Integer jobs) {
        Terminal terminal = Terminal.of(spec);
        return terminal.guarded(() -> {
            GradingOptions options = terminal.options(jobs);
            try (LabCatalogue catalogue = LabCatalogue.open()) {
                boolean all = true;
                for (Lab lab : name == null ? catalogue.labs() : List.of(catalogue.find(name))) {
                    all &= verify(lab, options, terminal.out());
                }
                return all ? Terminal.GOOD : Terminal.FAILED;
            }
        });
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
            out.println(matrix.holds() ? "every verdict is as declared\n" : "some verdicts are WRONG\n");
            return matrix.holds();
        }
    }
}
