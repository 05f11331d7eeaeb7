package org.sockeye.labs.grading;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sockeye.labs.report.CheckResult;
import org.sockeye.labs.report.CheckResult.Status;
import org.sockeye.labs.report.GradeReport;

/**
 * A program of a lab and how the checks judge it.
 *
 * @param name its folder, such as "mutants/server-reads-once"
 * @param mustFail the checks that it must not pass; it must pass all others
 * @param report how it was judged
 */
public record VerdictRow(String name, Set<String> mustFail, GradeReport report) {

    public VerdictRow {
        mustFail = Set.copyOf(mustFail);
    }

    /** What is wrong with the verdict, a line each; empty if nothing is. */
    public List<String> faults() {
        Set<String> faults = new TreeSet<>();
        if (!report.problem().isEmpty()) {
            faults.add(report.problem());
        }
        Set<String> unknown = new TreeSet<>(mustFail);
        for (CheckResult check : report.checks()) {
            unknown.remove(check.id());
            boolean passed = check.status() == Status.PASSED;
            if (check.status() == Status.BROKEN) {
                faults.add(check.id() + " is broken:\n" + check.story());
            } else if (passed && mustFail.contains(check.id())) {
                faults.add(check.id() + " passes, but must fail");
            } else if (!passed && !mustFail.contains(check.id())) {
                faults.add(check.id() + " fails, but must pass:\n" + check.story());
            }
        }
        unknown.forEach(id -> faults.add("there is no check '" + id + "' to fail"));
        return List.copyOf(faults);
    }
}
