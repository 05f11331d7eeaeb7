package org.sockeye.launching.java;

import java.util.Optional;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jdt.core.IType;
import org.eclipse.jdt.launching.IJavaLaunchConfigurationConstants;
import org.eclipse.osgi.util.NLS;
import org.sockeye.launching.LaunchAttributes;
import org.sockeye.launching.Messages;

/** The launch configurations of the workspace's programs: one a class and host. */
public final class ProgramConfigurations {

    private ProgramConfigurations() {
    }

    public static ILaunchConfigurationType type() {
        return DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(LaunchAttributes.TYPE);
    }

    /** The configuration that runs the class on the host; made and saved if there is none. */
    public static ILaunchConfiguration configuration(IType program, String host) throws CoreException {
        Optional<ILaunchConfiguration> existing = find(program, host);
        return existing.isPresent() ? existing.get() : create(program, host);
    }

    private static Optional<ILaunchConfiguration> find(IType program, String host) throws CoreException {
        for (ILaunchConfiguration configuration : manager().getLaunchConfigurations(type())) {
            if (program.getFullyQualifiedName().equals(attribute(configuration,
                    IJavaLaunchConfigurationConstants.ATTR_MAIN_TYPE_NAME))
                    && program.getJavaProject().getElementName().equals(attribute(configuration,
                            IJavaLaunchConfigurationConstants.ATTR_PROJECT_NAME))
                    && host.equalsIgnoreCase(attribute(configuration, LaunchAttributes.HOST))) {
                return Optional.of(configuration);
            }
        }
        return Optional.empty();
    }

    private static ILaunchConfiguration create(IType program, String host) throws CoreException {
        String name = NLS.bind(Messages.consoleLabel, program.getTypeQualifiedName('.'), host);
        ILaunchConfigurationWorkingCopy copy = type().newInstance(null,
                manager().generateLaunchConfigurationName(name));
        copy.setAttribute(IJavaLaunchConfigurationConstants.ATTR_MAIN_TYPE_NAME, program.getFullyQualifiedName());
        copy.setAttribute(IJavaLaunchConfigurationConstants.ATTR_PROJECT_NAME,
                program.getJavaProject().getElementName());
        copy.setAttribute(LaunchAttributes.HOST, host);
        IResource file = program.getUnderlyingResource();
        if (file != null) {
            copy.setMappedResources(new IResource[] { file });
        }
        return copy.doSave();
    }

    private static String attribute(ILaunchConfiguration configuration, String name) throws CoreException {
        return configuration.getAttribute(name, "");
    }

    private static ILaunchManager manager() {
        return DebugPlugin.getDefault().getLaunchManager();
    }
}
