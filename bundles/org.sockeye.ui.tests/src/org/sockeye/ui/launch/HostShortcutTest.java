package org.sockeye.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jdt.core.IType;
import org.eclipse.jdt.launching.IJavaLaunchConfigurationConstants;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockeye.launching.LaunchAttributes;
import org.sockeye.launching.java.HostGuess;
import org.sockeye.launching.java.ProgramConfigurations;
import org.sockeye.launching.session.NetworkSessions;
import org.sockeye.ui.testing.Programs;
import org.sockeye.ui.testing.TextbookProject;
import org.sockeye.ui.testing.Workbench;
import org.sockeye.ui.testing.WorkspaceLog;

@ExtendWith(WorkspaceLog.class)
class HostShortcutTest {

    private static final List<String> HOSTS = List.of("client", "server");

    private TextbookProject project;

    @BeforeEach
    void projectIsThere() throws Exception {
        Workbench.openSocketLab();
        project = TextbookProject.create("shortcut");
    }

    @AfterEach
    void everythingIsForgotten() throws Exception {
        Programs.stopAll();
        for (ILaunchConfiguration configuration : configurations()) {
            configuration.delete();
        }
        project.delete();
    }

    @Test
    void guessesThatAServerBelongsOnTheServer() throws Exception {
        assertEquals("server", HostGuess.of(project.type("TCPServer"), HOSTS));
        assertEquals("client", HostGuess.of(project.type("TCPClient"), HOSTS));
    }

    @Test
    void asksForTheHostOnceAndRemembersIt() throws Exception {
        IType server = project.type("TCPServer");
        Display.getDefault().asyncExec(() -> launch(server));
        Workbench.await("the host is asked for", () -> question() != null);
        Workbench.picture("host-question");
        Workbench.ui(() -> question().getDefaultButton().notifyListeners(SWT.Selection, new Event()));
        awaitListening();
        assertEquals("server", configurations()[0].getAttribute(LaunchAttributes.HOST, ""));

        Programs.stopAll();
        Workbench.ui(() -> launch(server));
        awaitListening();
        assertEquals(1, configurations().length);
    }

    @Test
    void aProgramThatCannotStartDoesNotHoldTheNetwork() throws Exception {
        ILaunchConfigurationWorkingCopy broken = ProgramConfigurations
                .configuration(project.type("TCPClient"), "client").getWorkingCopy();
        broken.setAttribute(IJavaLaunchConfigurationConstants.ATTR_VM_ARGUMENTS, "-XX:+NoSuchOption");
        broken.launch(ILaunchManager.RUN_MODE, null);
        Workbench.await("the network is free again", () -> !Programs.session().isBusy());
        Programs.launch(project.type("TCPServer"), "server", ILaunchManager.RUN_MODE);
        awaitListening();
    }

    @Test
    void anUnknownHostIsRefusedInWords() throws Exception {
        ILaunchConfigurationWorkingCopy astray = ProgramConfigurations
                .configuration(project.type("TCPClient"), "client").getWorkingCopy();
        astray.setAttribute(LaunchAttributes.HOST, "moon");
        CoreException refusal = assertThrows(CoreException.class, () -> astray.launch(ILaunchManager.RUN_MODE, null));
        assertEquals("There is no host 'moon' on this network; it has client, server."
                + " Choose one in the launch configuration.", refusal.getMessage());
    }

    private static void launch(IType program) {
        new HostShortcut().launch(new StructuredSelection(program), ILaunchManager.RUN_MODE);
    }

    private static void awaitListening() {
        Workbench.await("the server listens", () -> NetworkSessions.workbench().current().stream()
                .filter(session -> session.isBusy()).flatMap(session -> session.programs().stream())
                .anyMatch(program -> program.listening()));
    }

    private static Shell question() {
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.getText().equals(Messages.askTitle)) {
                return shell;
            }
        }
        return null;
    }

    private static ILaunchConfiguration[] configurations() throws Exception {
        return DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations(ProgramConfigurations.type());
    }
}
