package org.sockeye.labs.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sockeye.labs.report.CheckResult.Status;

/** A grade as a person reads it. */
final class TextReport {

    private TextReport() {
    }

    static String write(List<GradeReport> reports) {
        return reports.stream().map(TextReport::write).collect(Collectors.joining("\n"));
    }

    private static String write(GradeReport report) {
        StringBuilder text = new StringBuilder();
        text.append(report.lab()).append(": ").append(report.title()).append('\n');
        text.append(report.submission()).append("\n\n");
        if (!report.problem().isEmpty()) {
            text.append("Nothing could be graded: ").append(report.problem().replace("\n", "\n  ")).append("\n\n");
        } else {
            report.checks().forEach(check -> write(check, text));
            text.append('\n');
        }
        long passed = report.checks().stream().filter(check -> check.status() == Status.PASSED).count();
        return text.append(points(report.points())).append(" of ").append(points(report.maximum())).append(" points, ")
                .append(passed)
                .append(" of ").append(report.checks().size()).append(" checks passed\n").toString();
    }

    private static void write(CheckResult check, StringBuilder text) {
        String mark = switch (check.status()) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case SKIPPED -> "-";
            case BROKEN -> "!";
        };
        text.append(String.format("%s %3s/%-3s %s%n", mark, points(check.points()), points(check.maximum()), check
                .title()));
        if (!check.story().isEmpty()) {
            text.append("            ").append(check.story().replace("\n", "\n            ")).append('\n');
        }
        check.hints().forEach(hint -> text.append("            hint: ").append(hint).append('\n'));
        if (!check.story().isEmpty()) {
            text.append('\n');
        }
    }

    /** Without a fraction where there is none. */
    private static String points(double points) {
        return points == Math.rint(points) ? String.format(Locale.ROOT, "%.0f", points) : String.format(Locale.ROOT,
                "%.1f", points);
    }
}
