package org.sockeye.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.launching.LaunchAttributes;
import org.sockeye.launching.java.ProgramConfigurations;
import org.sockeye.ui.testing.Programs;
import org.sockeye.ui.testing.TextbookProject;
import org.sockeye.ui.testing.Widgets;
import org.sockeye.ui.testing.Workbench;
import org.sockeye.ui.testing.WorkspaceLog;
import org.sockeye.ui.trace.TraceFeed;

/** The textbook pair on a network that loses frames. */
@ExtendWith(WorkspaceLog.class)
class LossStoryTest {

    private static final String LOSSY = """
            hosts: [client, server]
            switches: [s1]
            links:
              - [client, s1]
              - { between: [s1, server], loss: 0.3 }
            """;

    @TempDir
    private Path folder;
    private TextbookProject project;

    @BeforeEach
    void projectIsThere() throws Exception {
        Workbench.openSocketLab();
        project = TextbookProject.create("lossy");
    }

    @AfterEach
    void everythingIsStopped() throws Exception {
        Programs.stopAll();
        for (ILaunchConfiguration configuration : Programs.configurations()) {
            configuration.delete();
        }
        project.delete();
    }

    @Test
    void whatIsLostIsToldInWords() throws Exception {
        IProcess server = launch("TCPServer", "server");
        Programs.awaitListening(server, "TCPServer");
        IProcess client = launch("TCPClient", "client");
        Programs.type(client, "lost and found");
        Programs.awaitEnd(client);
        Workbench.await("a lost frame is in the list", () -> Widgets.rows(packets()).stream()
                .anyMatch(row -> row.get(7).contains("lost on link")),
                () -> Workbench.ui(() -> Widgets.rows(packets())).toString());
        Workbench.picture("loss");
        assertTrue(TraceFeed.workbench().drops().between("s1", "server").isPresent());
        assertTrue(Programs.output(client).contains("FROM SERVER: LOST AND FOUND"), Programs.output(client));
    }

    private IProcess launch(String name, String host) throws Exception {
        Path topology = folder.resolve("lossy.yaml");
        Files.writeString(topology, LOSSY, StandardCharsets.UTF_8);
        ILaunchConfigurationWorkingCopy lossy = ProgramConfigurations.configuration(project.type(name), host)
                .getWorkingCopy();
        lossy.setAttribute(LaunchAttributes.TOPOLOGY, topology.toString());
        return lossy.doSave().launch(ILaunchManager.RUN_MODE, null).getProcesses()[0];
    }

    private static Table packets() {
        return Widgets.find(Workbench.view(UiIds.PACKETS_VIEW), Table.class);
    }
}
