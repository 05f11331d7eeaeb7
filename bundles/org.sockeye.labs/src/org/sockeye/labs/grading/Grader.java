package org.sockeye.labs.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.LabException;
import org.sockeye.labs.format.Role;
import org.sockeye.labs.format.TemporaryFolder;
import org.sockeye.labs.report.CheckResult;
import org.sockeye.labs.report.CheckResult.Status;
import org.sockeye.labs.report.GradeReport;
import org.sockeye.stack.topology.Topology;

/** Grades submissions for one lab, whose checks it compiles once. */
public final class Grader implements AutoCloseable {

    private final Lab lab;
    private final GradingOptions options;
    private final TemporaryFolder scratch;
    private final CheckSet checks;
    private final CheckRunner runner;
    private final ExecutorService pool;
    private final AtomicInteger folders = new AtomicInteger();

    private Grader(Lab lab, GradingOptions options, TemporaryFolder scratch, CheckSet checks, Topology topology) {
        this.lab = lab;
        this.options = options;
        this.scratch = scratch;
        this.checks = checks;
        this.runner = new CheckRunner(lab, topology, checks.loader(), options.seed());
        this.pool = Executors.newFixedThreadPool(options.jobs(), Thread.ofPlatform().daemon().name("grader-", 1)
                .factory());
    }

    /**
     * Compiles the lab's checks.
     *
     * @throws LabException if the lab is not as it should be
     * @throws GraderException if this Java cannot compile
     */
    public static Grader open(Lab lab, GradingOptions options) throws LabException, GraderException, IOException {
        Topology topology = LabNetwork.of(lab);
        TemporaryFolder scratch = new TemporaryFolder("sockeye-grade-");
        try {
            return new Grader(lab, options, scratch, CheckSet.load(lab, scratch.folder("checks")), topology);
        } catch (LabException | GraderException | IOException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    public Lab lab() {
        return lab;
    }

    /** In the order of the lab. */
    public List<CheckDefinition> checks() {
        return checks.checks();
    }

    /**
     * Grades a folder, a zip or a Java file.
     *
     * @throws SubmissionException if it cannot be opened
     */
    public GradeReport grade(Path path) throws SubmissionException, GraderException, IOException {
        return grade(path, new Memory());
    }

    /** Grades, but for checks whose outcome {@code memory} knows. */
    GradeReport grade(Path path, Memory memory) throws SubmissionException, GraderException, IOException {
        Path own = scratch.folder("submission-" + folders.incrementAndGet());
        Submission submission = Submission.open(path, Files.createDirectory(own.resolve("sources")));
        if (submission.sources().isEmpty()) {
            return ungraded(submission, "there is no Java file in it; hand in the sources");
        }
        Path classes = Files.createDirectory(own.resolve("classes"));
        List<String> problems = JavaCompilation.compile(submission.sources(), List.of(), classes);
        if (!problems.isEmpty()) {
            return ungraded(submission, "it does not compile: " + String.join("\n", problems.subList(0, Math.min(5,
                    problems.size()))));
        }
        Map<String, List<String>> commands = MainClasses.commands(lab, classes, options.java());
        String instead = MainClasses.instead(classes);
        if (commands.isEmpty()) {
            return ungraded(submission, "none of the classes " + lab.roles().stream().map(Role::mainClass)
                    .collect(Collectors.joining(", ")) + " is in it" + instead
                    + "; keep the names of the starter's classes");
        }
        Candidate candidate = new Candidate(commands, instead, ProgramDigests.of(lab, classes), own, captures(path));
        return report(submission, "", runAll(candidate, memory));
    }

    /** A folder for the captures of this submission, if captures are wanted. */
    private Optional<Path> captures(Path submission) throws IOException {
        if (options.captures().isEmpty()) {
            return Optional.empty();
        }
        Path name = submission.toAbsolutePath().normalize().getFileName();
        return Optional
                .of(Files.createDirectories(options.captures().get().resolve(name == null ? "root" : name.toString())));
    }

    private GradeReport ungraded(Submission submission, String problem) {
        return report(submission, problem, checks().stream().map(each -> CheckRunner.skipped(each, "not run"))
                .toList());
    }

    private GradeReport report(Submission submission, String problem, List<CheckResult> results) {
        return new GradeReport(lab.id(), lab.title(), submission.name(), problem, results);
    }

    private List<CheckResult> runAll(Candidate candidate, Memory memory) throws IOException {
        Map<String, Future<CheckResult>> running = new LinkedHashMap<>();
        for (CheckDefinition check : checks()) {
            List<Future<CheckResult>> needed = check.dependsOn().stream().map(running::get).toList();
            // those needed stand earlier in the queue, so waiting for them in the pool cannot block it
            running.put(check.id(), pool.submit(() -> {
                for (Future<CheckResult> each : needed) {
                    if (each.get().status() != Status.PASSED) {
                        return CheckRunner.skipped(check, "skipped: '" + each.get().title() + "' must pass first");
                    }
                }
                return runner.run(check, candidate, memory);
            }));
        }
        List<CheckResult> results = new ArrayList<>();
        for (Future<CheckResult> each : running.values()) {
            results.add(await(each));
        }
        return results;
    }

    private static CheckResult await(Future<CheckResult> result) throws IOException {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("grading was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        pool.shutdownNow();
        checks.close();
        scratch.close();
    }
}
