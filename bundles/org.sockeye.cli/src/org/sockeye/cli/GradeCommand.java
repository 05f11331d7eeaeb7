package org.sockeye.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sockeye.catalogue.LabCatalogue;
import org.sockeye.labs.grading.Grader;
import org.sockeye.labs.grading.GradingOptions;
import org.sockeye.labs.grading.SubmissionException;
import org.sockeye.labs.report.CheckResult;
import org.sockeye.labs.report.CheckResult.Status;
import org.sockeye.labs.report.GradeReport;
import org.sockeye.labs.report.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sockeye grade LAB SUBMISSION...}. */
@Command(name = "grade", description = "Checks submissions for a lab and gives points.")
public final class GradeCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LAB", description = "a lab's name or folder") String lab = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "SUBMISSION", description = "a folder or zip of Java sources") List<Path> submissions = List
            .of();

    @Option(names = "--report", paramLabel = "FORMAT[=FILE]", description = "text, json or junit; default: text. Without FILE: standard output") List<String> reports = List
            .of("text");

    @Option(names = "--jobs", paramLabel = "N", description = "how many checks run at the same time") @Nullable Integer jobs;

    @Option(names = "--captures", paramLabel = "DIR", description = "keeps the packets of every check that did not pass, as DIR/SUBMISSION/CHECK.pcapng") @Nullable Path captures;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        return terminal.guarded(() -> {
            Map<ReportFormat, @Nullable Path> targets = targets();
            try (LabCatalogue catalogue = LabCatalogue.open();
                    Grader grader = Grader.open(catalogue.find(lab), options(terminal))) {
                List<GradeReport> graded = new ArrayList<>();
                for (Path submission : submissions) {
                    graded.add(grader.grade(submission));
                }
                write(graded, targets, terminal);
                return status(graded);
            }
        });
    }

    private GradingOptions options(Terminal terminal) throws SubmissionException {
        GradingOptions options = terminal.options(jobs);
        Path folder = captures;
        if (folder == null) {
            return options;
        }
        try {
            return options.withCaptures(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new SubmissionException(folder + ": cannot keep captures there; name a folder that can be made");
        }
    }

    private Map<ReportFormat, @Nullable Path> targets() {
        Map<ReportFormat, @Nullable Path> targets = new LinkedHashMap<>();
        for (String report : reports) {
            String[] parts = report.split("=", 2);
            ReportFormat format = ReportFormat.of(parts[0]).orElseThrow(() -> new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--report " + report + ": there is no format '" + parts[0] + "'; there are " + ReportFormat
                            .words()));
            targets.put(format, parts.length == 2 ? Path.of(parts[1]) : null);
        }
        return targets;
    }

    private static void write(List<GradeReport> graded, Map<ReportFormat, @Nullable Path> targets, Terminal terminal)
            throws SubmissionException {
        for (Map.Entry<ReportFormat, @Nullable Path> target : targets.entrySet()) {
            String text = target.getKey().write(graded);
            Path file = target.getValue();
            if (file == null) {
                terminal.out().print(text);
            } else {
                write(text, file);
            }
        }
    }

    private static void write(String text, Path file) throws SubmissionException {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SubmissionException(file
                    + ": cannot write the report there; name a file in a folder that exists");
        }
    }

    private static int status(List<GradeReport> graded) {
        List<CheckResult> checks = graded.stream().flatMap(report -> report.checks().stream()).toList();
        if (checks.stream().anyMatch(check -> check.status() == Status.BROKEN)) {
            return Terminal.OURS;
        }
        return checks.stream().allMatch(check -> check.status() == Status.PASSED) ? Terminal.GOOD : Terminal.FAILED;
    }
}
