package org.sockeye.launching.java;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.jdt.launching.IJavaLaunchConfigurationConstants;
import org.eclipse.jdt.launching.JavaLaunchDelegate;
import org.eclipse.osgi.util.NLS;
import org.sockeye.launching.LaunchAttributes;
import org.sockeye.launching.Messages;
import org.sockeye.launching.session.NetworkSession;
import org.sockeye.launching.session.NetworkSettings;
import org.sockeye.launching.session.NetworkSessions;
import org.sockeye.programs.ExternalProgram;
import org.sockeye.programs.ProgramSpec;

/**
 * Launches a Java program as Eclipse always does, with the agent on its command line, so that its sockets are those of a
 * host of the workbench's network. Debugging, consoles and keyboard input are Eclipse's own.
 */
public final class SimulatedHostDelegate extends JavaLaunchDelegate {

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        String name = simpleName(verifyMainTypeName(configuration));
        NetworkSettings settings = NetworkSettings.of(configuration);
        String host = host(configuration, settings);
        SubMonitor progress = SubMonitor.convert(monitor, NLS.bind(Messages.launching, name, host), 10);
        ProgramSpec spec = new ProgramSpec(name, host, List.of("java", name), directory(configuration), Map.of(),
                new ProgramSpec.Input.Typed());
        NetworkSessions.Expected expected = NetworkSessions.workbench().expect(settings, name, spec);
        NetworkSession session = expected.session();
        ExternalProgram program = expected.program();
        try {
            launch.setAttribute(LaunchAttributes.HOST, host);
            super.launch(prepared(configuration, program), mode, launch, progress.split(10));
        } finally {
            if (launch.getProcesses().length == 0) {
                session.abandon(program.program());
            }
        }
        for (IProcess process : launch.getProcesses()) {
            process.setAttribute(IProcess.ATTR_PROCESS_LABEL,
                    NLS.bind(Messages.consoleLabel, program.program().spec().name(), host));
        }
        session.launched(program.program(), launch);
    }

    /** The configuration with what the agent needs; never saved. */
    private static ILaunchConfiguration prepared(ILaunchConfiguration configuration, ExternalProgram program)
            throws CoreException {
        ILaunchConfigurationWorkingCopy copy = configuration.getWorkingCopy();
        String own = copy.getAttribute(IJavaLaunchConfigurationConstants.ATTR_VM_ARGUMENTS, "");
        List<String> arguments = new ArrayList<>(program.vmArguments());
        String added = DebugPlugin.renderArguments(arguments.toArray(String[]::new), null);
        copy.setAttribute(IJavaLaunchConfigurationConstants.ATTR_VM_ARGUMENTS, (added + " " + own).trim());
        Map<String, String> environment = new HashMap<>(
                copy.getAttribute(ILaunchManager.ATTR_ENVIRONMENT_VARIABLES, Map.of()));
        environment.putAll(program.environment());
        copy.setAttribute(ILaunchManager.ATTR_ENVIRONMENT_VARIABLES, environment);
        return copy;
    }

    private static String host(ILaunchConfiguration configuration, NetworkSettings settings) throws CoreException {
        String host = configuration.getAttribute(LaunchAttributes.HOST, "");
        List<String> hosts = NetworkSettings.hosts(settings.read());
        return hosts.stream().filter(host::equalsIgnoreCase).findFirst().orElseThrow(() -> new CoreException(
                Status.error(NLS.bind(Messages.noHost, host, String.join(", ", hosts)))));
    }

    private Path directory(ILaunchConfiguration configuration) throws CoreException {
        java.io.File directory = verifyWorkingDirectory(configuration);
        return directory == null ? Path.of("").toAbsolutePath() : directory.toPath();
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
