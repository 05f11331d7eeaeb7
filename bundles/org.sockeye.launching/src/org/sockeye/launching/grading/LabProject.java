package org.sockeye.launching.grading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.launching.JavaRuntime;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.prefs.BackingStoreException;
import org.sockeye.launching.Messages;

/**
 * A Java project that holds a submission to a lab. Which lab is remembered in the project's own settings, so that it
 * survives sharing the project.
 *
 * @param project the project
 * @param lab the lab's id
 */
public record LabProject(IProject project, String lab) {

    private static final String NODE = "org.sockeye.launching";
    private static final String LAB = "lab";

    /** The lab project that a project is, if it is one. */
    public static Optional<LabProject> of(IProject project) {
        if (!project.isAccessible()) {
            return Optional.empty();
        }
        String lab = new ProjectScope(project).getNode(NODE).get(LAB, "");
        return lab.isEmpty() ? Optional.empty() : Optional.of(new LabProject(project, lab));
    }

    /** Every open lab project of the workspace. */
    public static List<LabProject> all() {
        return Stream.of(ResourcesPlugin.getWorkspace().getRoot().getProjects()).flatMap(p -> of(p).stream()).toList();
    }

    /**
     * Makes a Java project from a lab's starter code.
     *
     * @param name the project's name, not taken
     * @param lab the lab's id
     * @throws CoreException with one sentence saying what went wrong
     */
    public static LabProject create(String name, String lab, IProgressMonitor monitor) throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IProject project = workspace.getRoot().getProject(name);
        workspace.run(inner -> {
            SubMonitor progress = SubMonitor.convert(inner, 4);
            project.create(progress.split(1));
            project.open(progress.split(1));
            IProjectDescription description = project.getDescription();
            description.setNatureIds(new String[] { JavaCore.NATURE_ID });
            project.setDescription(description, null);
            IFolder source = project.getFolder("src");
            source.create(true, true, progress.split(1));
            LabSheets.copyStarter(lab, Path.of(source.getLocationURI()));
            source.refreshLocal(IResource.DEPTH_INFINITE, null);
            IJavaProject java = JavaCore.create(project);
            java.setRawClasspath(
                    new IClasspathEntry[] { JavaCore.newSourceEntry(source.getFullPath()),
                            JavaCore.newContainerEntry(JavaRuntime.newDefaultJREContainerPath()) },
                    project.getFolder("bin").getFullPath(), progress.split(1));
            link(project, lab);
        }, workspace.getRoot(), IWorkspace.AVOID_UPDATE, monitor);
        return new LabProject(project, lab);
    }

    /** Where the sources to be graded are. */
    public Path submission() {
        IFolder source = project.getFolder("src");
        IContainer folder = source.exists() ? source : project;
        return Path.of(folder.getLocationURI());
    }

    /** Remembers in a project's settings that it holds a submission to the lab. */
    public static void link(IProject project, String lab) throws CoreException {
        IEclipsePreferences settings = new ProjectScope(project).getNode(NODE);
        settings.put(LAB, lab);
        try {
            settings.flush();
        } catch (BackingStoreException e) {
            throw failure(project.getName(), e);
        }
    }

    private static CoreException failure(String project, Exception cause) {
        return new CoreException(
                Status.error(NLS.bind(Messages.cannotCreateProject, project, cause.getMessage()), cause));
    }
}
