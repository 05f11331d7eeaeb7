package org.sockeye.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jdt.core.IType;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockeye.launching.session.NetworkSession;
import org.sockeye.launching.session.NetworkSessions;
import org.sockeye.ui.testing.Programs;
import org.sockeye.ui.testing.TextbookProject;
import org.sockeye.ui.testing.Workbench;
import org.sockeye.ui.testing.WorkspaceLog;

@ExtendWith(WorkspaceLog.class)
class HostDropTargetTest {

    private TextbookProject project;

    @BeforeEach
    void projectIsThere() throws Exception {
        Workbench.openSocketLab();
        project = TextbookProject.create("dropped");
    }

    @AfterEach
    void everythingIsStopped() throws Exception {
        Programs.stopAll();
        project.delete();
    }

    @Test
    void classDroppedOnAHostRunsThere() throws Exception {
        IType server = project.type("TCPServer");
        Workbench.ui(() -> HostDropTarget.launch("server", new StructuredSelection(server)));
        awaitServerOn("server");
    }

    @Test
    void fileDroppedOnAHostRunsThere() throws Exception {
        Object file = project.type("TCPServer").getCompilationUnit();
        Workbench.ui(() -> HostDropTarget.launch("client", new StructuredSelection(file)));
        awaitServerOn("client");
    }

    @Test
    void stoppingTheNetworkEndsItsPrograms() throws Exception {
        IType server = project.type("TCPServer");
        Workbench.ui(() -> HostDropTarget.launch("server", new StructuredSelection(server)));
        awaitServerOn("server");
        NetworkSession session = Programs.session();
        new StopHandler().execute(new org.eclipse.core.commands.ExecutionEvent());
        Workbench.await("the network has ended", () -> !session.isBusy());
        Workbench.await("the server's process has ended", () -> Programs.processes().isEmpty());
    }

    private static void awaitServerOn(String host) {
        Workbench.await("the server listens", () -> NetworkSessions.workbench().current().stream()
                .flatMap(session -> session.programs().stream())
                .anyMatch(program -> program.name().equals("TCPServer") && program.listening()));
        assertEquals(host, Programs.state("TCPServer").host());
    }
}
