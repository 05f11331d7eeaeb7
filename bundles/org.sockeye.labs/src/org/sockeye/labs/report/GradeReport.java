package org.sockeye.labs.report;

import java.util.List;

/**
 * What grading one submission found.
 *
 * @param lab the lab's id, such as "tcp-uppercase"
 * @param title the lab's title
 * @param submission what was graded, as the grader was told
 * @param problem why nothing could be graded (it does not compile, say), or empty
 * @param checks in the order of the lab
 */
public record GradeReport(String lab, String title, String submission, String problem, List<CheckResult> checks) {

    public GradeReport {
        checks = List.copyOf(checks);
    }

    public double points() {
        return checks.stream().mapToDouble(CheckResult::points).sum();
    }

    public double maximum() {
        return checks.stream().mapToDouble(CheckResult::maximum).sum();
    }
}
