package org.sockeye.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.grading.Grader;
import org.sockeye.labs.grading.GradingOptions;
import org.sockeye.labs.grading.VerdictMatrix;
import org.sockeye.labs.grading.VerdictRow;

/** Every lab that ships judges rightly: right programs get all points, wrong ones lose exactly what they should. */
class VerdictMatrixTest {

    private static final int FEWEST_CHECKS = 6;
    private static final int FEWEST_MUTANTS = 6;

    @AutoClose
    private final LabCatalogue catalogue;

    VerdictMatrixTest() throws IOException {
        catalogue = LabCatalogue.open();
    }

    @TestFactory
    Stream<DynamicTest> everyVerdictIsAsDeclared() throws Exception {
        return catalogue.labs().stream().map(lab -> DynamicTest.dynamicTest(lab.id(), () -> prove(lab)));
    }

    private static void prove(Lab lab) throws Exception {
        try (Grader grader = Grader.open(lab, GradingOptions.standard())) {
            VerdictMatrix matrix = VerdictMatrix.prove(grader, row -> {
            });
            String faults = String.join("\n",
                    matrix.rows().stream().filter(row -> !row.faults().isEmpty()).map(VerdictMatrix::line).toList());
            assertEquals("", faults);
            assertEquals(List.of(), matrix.unproven(), "checks that no mutant fails");
            assertTrue(matrix.checks().size() >= FEWEST_CHECKS, "checks: " + matrix.checks().size());
            long mutants = matrix.rows().stream().map(VerdictRow::name).filter(name -> name.startsWith("mutants/"))
                    .count();
            assertTrue(mutants >= FEWEST_MUTANTS, "mutants: " + mutants);
        }
    }
}
