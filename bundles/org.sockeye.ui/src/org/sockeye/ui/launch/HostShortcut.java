package org.sockeye.ui.launch;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jdt.core.IType;
import org.eclipse.jdt.debug.ui.launchConfigurations.JavaApplicationLaunchShortcut;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.sockeye.launching.LaunchAttributes;
import org.sockeye.launching.java.HostGuess;
import org.sockeye.launching.java.ProgramConfigurations;
import org.sockeye.launching.session.NetworkSession;
import org.sockeye.launching.session.NetworkSessions;
import org.sockeye.launching.session.NetworkSettings;

/** <em>Run As</em> and <em>Debug As</em> &rarr; <em>On a simulated host</em>. The host is asked for once a class. */
public final class HostShortcut extends JavaApplicationLaunchShortcut {

    /**
     * Launches what was dropped on a host.
     *
     * @param elements what was dropped: Java elements or files
     * @param mode run or debug
     */
    public void launchOn(String host, Object[] elements, String mode) {
        try {
            IType[] programs = findTypes(elements, PlatformUI.getWorkbench().getProgressService());
            IType program = switch (programs.length) {
                case 0 -> throw new CoreException(Status.error(Messages.noProgram));
                case 1 -> programs[0];
                default -> chooseType(programs, getTypeSelectionTitle());
            };
            if (program != null) {
                DebugUITools.launch(ProgramConfigurations.configuration(program, host), mode);
            }
        } catch (CoreException e) {
            report(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected ILaunchConfigurationType getConfigurationType() {
        return ProgramConfigurations.type();
    }

    @Override
    protected @Nullable ILaunchConfiguration createConfiguration(IType program) {
        try {
            List<String> hosts = NetworkSettings.hosts(settings().read());
            HostQuestion question = new HostQuestion(getShell(), program.getElementName(), hosts,
                    HostGuess.of(program, hosts));
            return question.open() == Window.OK ? ProgramConfigurations.configuration(program, question.host()) : null;
        } catch (CoreException e) {
            report(e);
            return null;
        }
    }

    /** The network that runs, or else the default one. */
    private static NetworkSettings settings() {
        return NetworkSessions.workbench().current().filter(NetworkSession::isBusy).map(NetworkSession::settings)
                .orElse(new NetworkSettings(LaunchAttributes.DEFAULT_TOPOLOGY, 1));
    }

    private static void report(CoreException problem) {
        StatusManager.getManager().handle(problem.getStatus(), StatusManager.SHOW);
    }
}
