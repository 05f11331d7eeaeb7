package org.sockeye.launching.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LabSheetsTest {

    @Test
    void everyLabHasInstructionsAndChecksWithTitlesAndPoints() throws Exception {
        assertFalse(LabSheets.all().isEmpty());
        for (LabSheet lab : LabSheets.all()) {
            assertFalse(lab.instructions().isBlank(), lab.id());
            assertTrue(lab.checks().size() >= 6, () -> lab.id() + " has " + lab.checks().size() + " checks");
            assertTrue(lab.checks().stream().noneMatch(check -> check.title().isBlank() || check.points() <= 0),
                    lab.id());
        }
    }

    @Test
    void aLabThatIsNotInstalledIsNotFound() throws Exception {
        assertTrue(LabSheets.of("no-such-lab").isEmpty());
        assertEquals("Capitals over TCP", LabSheets.of("tcp-uppercase").orElseThrow().title());
    }
}
