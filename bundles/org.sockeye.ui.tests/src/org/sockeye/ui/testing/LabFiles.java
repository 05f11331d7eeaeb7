package org.sockeye.ui.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.sockeye.catalogue.LabCatalogue;
import org.sockeye.labs.format.LabException;
import org.sockeye.launching.grading.LabProject;

/** A student's work on a lab, and the command line's word on it. */
public final class LabFiles {

    private LabFiles() {
    }

    /** Replaces a file of the starter by the one in another folder of the lab, such as "solution". */
    public static void handIn(LabProject project, String folder, String file) throws CoreException, IOException {
        try (LabCatalogue catalogue = LabCatalogue.open()) {
            String source = Files.readString(catalogue.lab(project.lab()).folder().resolve(folder).resolve(file));
            Files.writeString(project.submission().resolve(file), source);
        } catch (LabException e) {
            throw new AssertionError(e);
        }
        project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        project.project().build(IncrementalProjectBuilder.FULL_BUILD, null);
    }

    /** What the {@code sockeye grade} command prints about a project, run as from a shell. */
    public static String gradeByCommand(LabProject project) throws IOException, InterruptedException {
        String classPath = Arrays.stream(FrameworkUtil.getBundle(LabFiles.class).getBundleContext().getBundles())
                .map(Bundle.class::cast).flatMap(bundle -> FileLocator.getBundleFileLocation(bundle).stream())
                .map(File::getPath).collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (System.getProperty("sockeye.agent") != null) {
            command.add("-Dsockeye.agent=" + System.getProperty("sockeye.agent"));
        }
        command.addAll(List.of("-cp", classPath, "org.sockeye.cli.Sockeye", "grade", project.lab(),
                project.submission().toString()));
        Path output = Files.createTempFile("grade", ".txt");
        try {
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }
}
