package org.sockeye.labs.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.LabException;
import org.sockeye.labs.report.CheckResult;
import org.sockeye.labs.report.GradeReport;

/** A lab with one server, written for one test. */
final class TinyLab {

    private final Path folder;

    private TinyLab(Path folder) {
        this.folder = folder;
    }

    /** With these methods in its class of checks. */
    static TinyLab with(Path temp, String checks) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("tiny"));
        for (String name : List.of("starter", "checks", "solution")) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.writeString(folder.resolve("README.md"), "# Tiny\n");
        Files.writeString(folder.resolve("lab.yaml"), """
                title: Tiny
                summary: A lab for a test.
                programs:
                  server: { class: Server, host: server }
                limits: { real: 5 s }
                """);
        Files.writeString(folder.resolve("checks/Checks.java"), """
                import org.sockeye.labs.check.*;
                import java.time.Duration;
                class Checks {
                %s
                }
                """.formatted(checks));
        return new TinyLab(folder);
    }

    /** Grades a class Server with this body of main. */
    GradeReport grade(String main) throws Exception {
        return gradeSource(
                "public class Server {\n    public static void main(String[] args) throws Exception {\n        " + main
                        + "\n    }\n}\n");
    }

    GradeReport gradeSource(String source) throws Exception {
        Path submission = Files.createTempDirectory(folder, "submission");
        Files.writeString(submission.resolve("Server.java"), source);
        return gradeFolder(submission);
    }

    GradeReport gradeFolder(Path submission) throws Exception {
        try (Grader grader = open()) {
            return grader.grade(submission);
        }
    }

    Grader open() throws LabException, GraderException, IOException {
        return open(GradingOptions.standard().withJobs(1));
    }

    Grader open(GradingOptions options) throws LabException, GraderException, IOException {
        return Grader.open(Lab.read(folder), options);
    }

    /** The only check's result. */
    CheckResult only(String main) throws Exception {
        return grade(main).checks().getFirst();
    }
}
