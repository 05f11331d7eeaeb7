package org.sockeye.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.jdt.debug.core.IJavaLineBreakpoint;
import org.eclipse.jdt.debug.core.IJavaThread;
import org.eclipse.jdt.debug.core.JDIDebugModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockeye.launching.session.NetworkSession;
import org.sockeye.ui.testing.Programs;
import org.sockeye.ui.testing.TextbookProject;
import org.sockeye.ui.testing.Workbench;
import org.sockeye.ui.testing.WorkspaceLog;

@ExtendWith(WorkspaceLog.class)
class DebugStoryTest {

    /** Longer than TCP's first retransmission time-out, of one second. */
    private static final long PATIENCE = 1_700;

    private TextbookProject project;

    @BeforeEach
    void projectIsThere() throws Exception {
        Workbench.openSocketLab();
        project = TextbookProject.create("debugged");
    }

    @AfterEach
    void everythingIsStopped() throws Exception {
        DebugPlugin.getDefault().getBreakpointManager()
                .removeBreakpoints(DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(), true);
        Programs.stopAll();
        project.delete();
    }

    @Test
    void whileABreakpointHoldsAProgramTheNetworkStandsStill() throws Exception {
        IResource file = project.type("TCPClient").getResource();
        IJavaLineBreakpoint breakpoint = JDIDebugModel.createLineBreakpoint(file, "TCPClient",
                TextbookProject.CLIENT_READS, -1, -1, 0, true, null);
        IProcess server = Programs.launch(project.type("TCPServer"), "server", ILaunchManager.RUN_MODE);
        Programs.awaitListening(server, "TCPServer");
        IProcess client = Programs.launch(project.type("TCPClient"), "client", ILaunchManager.DEBUG_MODE);
        Programs.type(client, "stand still");
        Workbench.await("the breakpoint holds the client", () -> suspended(client) != null);

        String before = moment();
        TimeUnit.MILLISECONDS.sleep(PATIENCE);
        assertEquals(before, moment(), "time passed or packets were sent while the client was suspended");

        breakpoint.setEnabled(false);
        suspended(client).resume();
        Programs.awaitEnd(client);
        assertEquals("FROM SERVER: STAND STILL", Programs.output(client).strip());
    }

    /** Simulated time, and how many packets there are. */
    private static String moment() throws CoreException {
        NetworkSession session = Programs.session();
        return session.call(() -> session.network().events().now() + " ns, " + session.network().trace().frames().size()
                + " packets");
    }

    /** The line at which a thread is suspended, or 0. */
    private static int line(IThread thread) {
        try {
            return thread.isSuspended() && thread.getTopStackFrame() != null ? thread.getTopStackFrame().getLineNumber()
                    : 0;
        } catch (DebugException e) {
            return 0;
        }
    }

    private static IThread suspended(IProcess process) {
        try {
            return Arrays.stream(process.getLaunch().getDebugTarget().getThreads())
                    .filter(thread -> thread instanceof IJavaThread && line(thread) == TextbookProject.CLIENT_READS)
                    .findFirst().orElse(null);
        } catch (DebugException e) {
            throw new AssertionError(e);
        }
    }
}
