package org.sockeye.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockeye.launching.grading.LabProject;
import org.sockeye.ui.lab.Grades;
import org.sockeye.ui.source.SourceOpener;
import org.sockeye.ui.testing.LabFiles;
import org.sockeye.ui.testing.Programs;
import org.sockeye.ui.testing.Theme;
import org.sockeye.ui.testing.Widgets;
import org.sockeye.ui.testing.Workbench;
import org.sockeye.ui.testing.WorkspaceLog;

/**
 * Takes pictures of the perspective after a real run, for a person to look at. After all tests but those that change the
 * theme too, since GTK does not come back from the dark one whole.
 */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(WorkspaceLog.class)
class PicturesTest {

    private LabProject project;

    @BeforeEach
    void aLabIsBeingWorkedOn() throws Exception {
        Workbench.openSocketLab();
        project = LabProject.create("capitals", "tcp-uppercase", null);
        LabFiles.handIn(project, "solution", "TCPServer.java");
        LabFiles.handIn(project, "mutants/client-capitals-by-itself", "TCPClient.java");
    }

    @AfterEach
    void everythingIsStopped() throws Exception {
        Theme.LIGHT.use();
        Programs.stopAll();
        project.project().delete(IResource.FORCE | IResource.ALWAYS_DELETE_PROJECT_CONTENT, null);
    }

    @Test
    void perspectiveInBothThemes() throws Exception {
        Workbench.picture("empty");
        run();
        grade();
        select();
        for (Theme theme : Theme.values()) {
            theme.use();
            String name = "socket-lab-" + theme.name().toLowerCase(Locale.ROOT);
            Workbench.picture(name);
            assertTrue(Files.size(Workbench.pictures().resolve(name + ".png")) > 10_000);
        }
    }

    private void run() throws Exception {
        IJavaProject java = JavaCore.create(project.project());
        IProcess server = Programs.launch(java.findType("TCPServer"), "server", ILaunchManager.RUN_MODE);
        Programs.awaitListening(server, "TCPServer");
        IProcess client = Programs.launch(java.findType("TCPClient"), "client", ILaunchManager.RUN_MODE);
        Programs.type(client, "hello layers");
        Programs.awaitEnd(client);
    }

    private static void grade() throws Exception {
        Workbench.ui(() -> Widgets.find(Workbench.view(UiIds.LAB_VIEW), Button.class).notifyListeners(SWT.Selection,
                new Event()));
        Job.getJobManager().join(Grades.FAMILY, null);
        Workbench.await("the points are shown", () -> Widgets.all(Workbench.view(UiIds.LAB_VIEW), Label.class).stream()
                .anyMatch(label -> label.getText().matches("\\d.* of .* points")));
    }

    private static void select() throws Exception {
        Workbench.await("the client's line is in the list", () -> row() >= 0);
        Workbench.ui(() -> Widgets.doubleClick(packets(), row()));
        Job.getJobManager().join(SourceOpener.FAMILY, null);
        Workbench.await("the line is open", () -> Workbench.page().getActiveEditor() != null);
    }

    private static int row() {
        List<List<String>> rows = Widgets.rows(packets());
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).get(2).equals("s1→r1") && rows.get(i).get(7).contains("Len=13")) {
                return i;
            }
        }
        return -1;
    }

    private static Table packets() {
        return Widgets.find(Workbench.view(UiIds.PACKETS_VIEW), Table.class);
    }
}
