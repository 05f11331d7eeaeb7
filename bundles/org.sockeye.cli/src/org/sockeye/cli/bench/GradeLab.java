package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.catalogue.LabCatalogue;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.grading.Grader;
import org.sockeye.labs.grading.GradingOptions;
import org.sockeye.labs.report.GradeReport;

/** Seconds of real time for all checks of the lab tcp-uppercase on its reference solution, the second time in this JVM. */
final class GradeLab implements Benchmark {

    private static final String LAB = "tcp-uppercase";

    @Override
    public String name() {
        return "grade." + LAB;
    }

    @Override
    public List<Figure> measure() throws Exception {
        try (LabCatalogue catalogue = LabCatalogue.open();
                Grader grader = Grader.open(catalogue.lab(LAB), GradingOptions.standard())) {
            grade(grader);
            long start = System.nanoTime();
            grade(grader);
            return List.of(new Figure(name(), (System.nanoTime() - start) / 1e9, "s"));
        }
    }

    private static void grade(Grader grader) throws Exception {
        Lab lab = grader.lab();
        GradeReport report = grader.grade(lab.solutions().getFirst());
        if (report.points() != report.maximum()) {
            throw new IllegalStateException("the reference solution lost points: " + report);
        }
    }
}
