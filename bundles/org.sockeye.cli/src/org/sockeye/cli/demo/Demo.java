package org.sockeye.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.sockeye.catalogue.LabCatalogue;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.LabException;
import org.sockeye.labs.grading.Grader;
import org.sockeye.labs.grading.GraderException;
import org.sockeye.labs.grading.GradingOptions;
import org.sockeye.labs.grading.SubmissionException;
import org.sockeye.labs.report.CheckResult;
import org.sockeye.labs.report.GradeReport;
import org.sockeye.labs.report.ReportFormat;
import org.sockeye.programs.ProgramFailure;

/** Plays the reference solution of a lab on the network, and tells what happens as it happens. */
public final class Demo {

    private static final String LAB = "tcp-uppercase";

    private final PrintWriter out;

    public Demo(PrintWriter out) {
        this.out = out;
    }

    /**
     * Plays it all.
     *
     * @return true if the programs ended well and got all points
     */
    public boolean play() throws LabException, SubmissionException, GraderException, ProgramFailure, IOException {
        try (LabCatalogue catalogue = LabCatalogue.open()) {
            Lab lab = catalogue.lab(LAB);
            boolean ran = new DemoRun(lab, out).play();
            return grade(lab) && ran;
        }
    }

    private boolean grade(Lab lab) throws LabException, SubmissionException, GraderException, IOException {
        out.println("The grade");
        out.println();
        out.flush();
        try (Grader grader = Grader.open(lab, GradingOptions.standard())) {
            GradeReport report = grader.grade(lab.solutions().getFirst());
            ReportFormat.TEXT.write(List.of(report)).lines().forEach(line -> out.println("  " + line));
            out.flush();
            return report.checks().stream().allMatch(check -> check.status() == CheckResult.Status.PASSED);
        }
    }
}
