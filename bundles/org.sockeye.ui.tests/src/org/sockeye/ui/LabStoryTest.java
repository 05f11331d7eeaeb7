package org.sockeye.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockeye.launching.grading.LabProject;
import org.sockeye.ui.testing.LabFiles;
import org.sockeye.ui.testing.Widgets;
import org.sockeye.ui.testing.Workbench;
import org.sockeye.ui.testing.WorkspaceLog;

@ExtendWith(WorkspaceLog.class)
class LabStoryTest {

    private LabProject project;

    @BeforeEach
    void aStudentHasWrittenTheServerOnly() throws Exception {
        Workbench.openSocketLab();
        project = LabProject.create("capitals", "tcp-uppercase", null);
        LabFiles.handIn(project, "solution", "TCPServer.java");
        Workbench.await("the Lab view shows the lab",
                () -> !Widgets.all(lab(), Table.class).isEmpty());
    }

    @AfterEach
    void theProjectIsDeleted() throws Exception {
        project.project().delete(IResource.FORCE | IResource.ALWAYS_DELETE_PROJECT_CONTENT, null);
    }

    @Test
    void labViewShowsInstructionsAndChecksBeforeAnythingIsGraded() {
        String instructions = Workbench.ui(() -> Widgets.find(lab(), StyledText.class).getText());
        List<List<String>> checks = Workbench.ui(() -> Widgets.rows(Widgets.find(lab(), Table.class)));
        assertTrue(instructions.startsWith("Capitals over TCP"), instructions);
        assertTrue(checks.size() >= 6, () -> "checks: " + checks);
        assertTrue(checks.stream().allMatch(check -> check.get(1).matches("\\d+")), () -> "checks: " + checks);
    }

    @Test
    void gradeButtonGivesTheSamePointsAsTheCommand() throws Exception {
        Workbench.ui(() -> Widgets.find(lab(), Button.class).notifyListeners(SWT.Selection, new Event()));
        Workbench.await("the points are shown", () -> points().matches("\\d.* of \\d.* points"),
                () -> "but it said: " + Workbench.ui(LabStoryTest::points));
        List<List<String>> checks = Workbench.ui(LabStoryTest::checks);
        String byCommand = LabFiles.gradeByCommand(project);

        for (List<String> check : checks) {
            String line = byCommand.lines().filter(each -> each.contains(check.get(0))).findFirst()
                    .orElseThrow(() -> new AssertionError("no check '" + check.get(0) + "' in:\n" + byCommand));
            assertTrue(line.replace(" ", "").contains(check.get(1).replace(" ", "")),
                    () -> "the view says " + check + ", the command says " + line);
        }
        String points = Workbench.ui(LabStoryTest::points);
        assertTrue(byCommand.contains(points), () -> "the view says " + points + ", the command says " + byCommand);
        assertEquals(1, Workbench.ui(() -> Widgets.all(lab(), Table.class)).size());
    }

    /** Title and points of each check. */
    private static List<List<String>> checks() {
        return Stream.of(Widgets.find(lab(), Table.class).getItems())
                .map(item -> List.of((String) item.getData(), item.getText(1))).toList();
    }

    private static String points() {
        return Widgets.all(lab(), Label.class).stream().map(Label::getText)
                .filter(text -> text.contains("oint") || text.contains("rad")).findFirst().orElse("");
    }

    private static IViewPart lab() {
        return Workbench.view(UiIds.LAB_VIEW);
    }
}
