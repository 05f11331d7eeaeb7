package org.sockeye.labs.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.sockeye.labs.check.BrokenCheck;
import org.sockeye.labs.check.Stage;
import org.sockeye.labs.check.StageSetup;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.report.CheckResult;
import org.sockeye.labs.report.CheckResult.Status;
import org.sockeye.labs.story.Step.Fact;
import org.sockeye.labs.story.Story;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.trace.PcapngWriter;

/** Runs one check after the other, each on a network of its own. */
final class CheckRunner {

    /** What a check's own code may take beyond the real time that its programs may. */
    private static final Duration OWN_TIME = Duration.ofSeconds(30);

    private final Lab lab;
    private final Topology topology;
    private final ClassLoader checks;
    private final long seed;

    CheckRunner(Lab lab, Topology topology, ClassLoader checks, long seed) {
        this.lab = lab;
        this.topology = topology;
        this.checks = checks;
        this.seed = seed;
    }

    /** Runs a check, unless {@code memory} knows how it comes out. */
    CheckResult run(CheckDefinition check, Candidate candidate, Memory memory) throws IOException {
        Optional<CheckResult> known = memory.recall(check, candidate.digests());
        return known.isPresent() ? known.get() : play(check, candidate, memory);
    }

    private CheckResult play(CheckDefinition check, Candidate candidate, Memory memory) throws IOException {
        Story story = new Story();
        Path scratch = Files.createDirectory(candidate.folder().resolve(check.id()));
        try (Stage stage = Stage
                .open(new StageSetup(lab, topology, candidate.commands(), candidate.instead(), scratch, seed), story)) {
            CheckResult result = result(check, story, execute(check, stage));
            Optional<Path> capture = candidate.capture(check);
            if (result.status() != Status.PASSED && capture.isPresent()) {
                PcapngWriter.write(capture.get(), stage.frames());
            }
            memory.remember(check, stage.started(), candidate.digests(), result);
            return result;
        }
    }

    /** In a thread of its own, so that a check that never ends is noticed. */
    private Optional<Throwable> execute(CheckDefinition check, Stage stage) {
        AtomicReference<Optional<Throwable>> thrown = new AtomicReference<>(
                Optional.of(new BrokenCheck("the check itself does not end")));
        Thread thread = new Thread(() -> thrown.set(JunitPlatform.execute(check, stage)), check.id());
        thread.setDaemon(true);
        thread.setContextClassLoader(checks);
        thread.start();
        try {
            thread.join(lab.limits().real().plus(OWN_TIME));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new BrokenCheck("grading was interrupted"));
        } finally {
            thread.interrupt();
        }
        return Objects.requireNonNull(thrown.get());
    }

    private static CheckResult result(CheckDefinition check, Story story, Optional<Throwable> thrown) {
        if (thrown.isEmpty()) {
            return new CheckResult(check.id(), check.title(), Status.PASSED, check.points(), check.points(), "", List
                    .of(),
                    List.of(), "");
        }
        Throwable cause = thrown.get();
        boolean failed = cause instanceof AssertionError;
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        story.fail(List.of(new Fact("but", failed ? message : "the check is broken, not the program: " + message + at(
                cause))),
                List.of(), "");
        return new CheckResult(check.id(), check.title(), failed ? Status.FAILED : Status.BROKEN, 0, check.points(),
                story.text(), failed ? check.hints() : List.of(), story.frames(), story.place());
    }

    private static String at(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof BrokenCheck || trace.length == 0 ? ""
                : " (" + cause.getClass().getSimpleName() + " at " + trace[0].getFileName() + ":" + trace[0]
                        .getLineNumber() + ")";
    }

    static CheckResult skipped(CheckDefinition check, String why) {
        return new CheckResult(check.id(), check.title(), Status.SKIPPED, 0, check.points(), why, List.of(), List.of(),
                "");
    }
}
