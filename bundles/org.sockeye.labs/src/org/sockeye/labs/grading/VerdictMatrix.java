package org.sockeye.labs.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sockeye.labs.format.LabException;
import org.sockeye.labs.format.Mutant;
import org.sockeye.labs.report.CheckResult;

/**
 * The proof of a lab: every solution gets all points, the starter none, every mutant loses exactly the checks that it
 * declares, and every check is lost by some mutant.
 *
 * @param checks the columns
 * @param rows solutions, starter, mutants
 */
public record VerdictMatrix(List<CheckDefinition> checks, List<VerdictRow> rows) {

    private static final String MUTANTS = "mutants/";

    /** Columns of a row's name in {@link #line}; three for each check follow. */
    public static final int NAME_WIDTH = 40;

    public VerdictMatrix {
        checks = List.copyOf(checks);
        rows = List.copyOf(rows);
    }

    /**
     * Grades everything in the lab's folder.
     *
     * @param progress is told each row as it is known
     */
    public static VerdictMatrix prove(Grader grader, Consumer<VerdictRow> progress)
            throws LabException, GraderException, IOException {
        List<VerdictRow> rows = new ArrayList<>();
        Memory memory = new Memory();
        for (Path solution : grader.lab().solutions()) {
            rows.add(row(grader, solution, Set.of(), memory, progress));
        }
        Set<String> all = grader.checks().stream().map(CheckDefinition::id).collect(Collectors.toSet());
        rows.add(row(grader, grader.lab().starter(), all, memory, progress));
        for (Mutant mutant : grader.lab().mutants()) {
            rows.add(row(grader, mutant.folder(), mutant.mustFail(), memory, progress));
        }
        return new VerdictMatrix(grader.checks(), rows);
    }

    private static VerdictRow row(Grader grader, Path folder, Set<String> mustFail, Memory memory,
            Consumer<VerdictRow> progress)
            throws GraderException, IOException, LabException {
        try {
            String name = grader.lab().folder().relativize(folder).toString().replace('\\', '/');
            VerdictRow row = new VerdictRow(name, mustFail, grader.grade(folder, memory));
            progress.accept(row);
            return row;
        } catch (SubmissionException e) {
            throw new LabException(String.valueOf(e.getMessage()));
        }
    }

    /** True if every verdict is as declared, and every check has a mutant that does not pass it. */
    public boolean holds() {
        return rows.stream().allMatch(row -> row.faults().isEmpty()) && unproven().isEmpty();
    }

    /** The ids of the checks that no mutant fails, so that nobody knows whether they can fail. */
    public List<String> unproven() {
        Set<String> proven = rows.stream().filter(row -> row.name().startsWith(MUTANTS))
                .flatMap(row -> row.mustFail().stream())
                .collect(Collectors.toSet());
        return checks.stream().map(CheckDefinition::id).filter(id -> !proven.contains(id)).toList();
    }

    /** A row of the table: a mark a check, and the faults. */
    public static String line(VerdictRow row) {
        StringBuilder line = new StringBuilder(String.format("%-" + NAME_WIDTH + "s", row.name()));
        for (CheckResult check : row.report().checks()) {
            line.append(switch (check.status()) {
                case PASSED -> "  ✓";
                case FAILED -> "  ✗";
                case SKIPPED -> "  -";
                case BROKEN -> "  !";
            });
        }
        line.append(row.faults().isEmpty() ? "   as declared" : "   WRONG");
        row.faults().forEach(fault -> line.append("\n    ").append(fault.replace("\n", "\n      ")));
        return line.toString();
    }
}
