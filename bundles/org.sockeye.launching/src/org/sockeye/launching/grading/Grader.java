package org.sockeye.launching.grading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.sockeye.labs.report.GradeReport;
import org.sockeye.labs.report.JsonReport;
import org.sockeye.launching.Messages;

/**
 * Grades a project with the {@code sockeye grade} command of the installed bundles, in a process of its own. The same
 * command grades outside the workbench, with the same result.
 */
public final class Grader {

    private static final String COMMAND_BUNDLE = "org.sockeye.cli";
    private static final String COMMAND_CLASS = "org.sockeye.cli.Sockeye";
    private static final int GLANCE = 100;

    private Grader() {
    }

    /**
     * Grades and waits.
     *
     * @throws CoreException with one sentence, if there is no grade
     * @throws OperationCanceledException if the monitor is cancelled; the process is ended then
     */
    public static GradeReport grade(LabProject project, IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, NLS.bind(Messages.grading, project.project().getName()),
                IProgressMonitor.UNKNOWN);
        try {
            Path folder = Files.createTempDirectory("sockeye-grade-");
            try {
                return grade(project, folder, progress);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.graderFailed, e.getMessage()), e));
        }
    }

    private static GradeReport grade(LabProject project, Path folder, SubMonitor progress)
            throws IOException, CoreException {
        Path report = folder.resolve("report.json");
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command(project, report)).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            process.getOutputStream().close();
            while (!process.waitFor(GLANCE, TimeUnit.MILLISECONDS)) {
                if (progress.isCanceled()) {
                    throw new OperationCanceledException();
                }
            }
        } catch (InterruptedException e) {
            throw new OperationCanceledException();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String printed = Files.readString(output, StandardCharsets.UTF_8).strip();
        if (!Files.exists(report)) {
            throw new CoreException(Status.error(NLS.bind(Messages.graderSilent, printed)));
        }
        try {
            return JsonReport.read(Files.readString(report).strip());
        } catch (IllegalArgumentException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.graderSilent, e.getMessage()), e));
        }
    }

    private static List<String> command(LabProject project, Path report) throws CoreException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String agent = System.getProperty("sockeye.agent");
        List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        if (agent != null) {
            command.add("-Dsockeye.agent=" + agent);
        }
        command.addAll(List.of("-cp", InstalledClassPath.of(COMMAND_BUNDLE), COMMAND_CLASS, "grade", project.lab(),
                project.submission().toString(), "--report", "json=" + report));
        return command;
    }

    private static void delete(Path folder) throws IOException {
        for (String file : List.of("report.json", "output.txt")) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.deleteIfExists(folder);
    }
}
