package org.sockeye.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sockeye.catalogue.LabCatalogue;
import org.sockeye.cli.options.Jobs;
import org.sockeye.cli.outcome.ExitStatus;
import org.sockeye.cli.outcome.UsageError;
import org.sockeye.labs.format.LabException;
import org.sockeye.labs.grading.Grader;
import org.sockeye.labs.grading.GraderException;
import org.sockeye.labs.grading.GradingOptions;
import org.sockeye.labs.grading.SubmissionException;
import org.sockeye.labs.report.CheckResult;
import org.sockeye.labs.report.CheckResult.Status;
import org.sockeye.labs.report.GradeReport;
import org.sockeye.labs.report.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sockeye grade}: submissions for a lab, checked and given points. */
@Command(name = "grade", mixinStandardHelpOptions = true,
        description = "Checks submissions for a lab and gives points.")
final class GradeCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LAB", description = "a lab's name or folder")
    private String lab = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "SUBMISSION",
            description = "a folder or zip of Java sources")
    private List<Path> submissions = List
            .of();

    @Option(names = "--report", paramLabel = "FORMAT[=FILE]",
            description = "text, json or junit (default: text); without FILE to standard output")
    private List<String> reports = List
            .of("text");

    @Option(names = "--captures", paramLabel = "DIR",
            description = "keeps the packets of every check that did not pass, as DIR/SUBMISSION/CHECK.pcapng")
    private @Nullable Path captures;

    @Mixin
    private Jobs jobs = new Jobs();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws LabException, SubmissionException, GraderException, IOException {
        Map<ReportFormat, @Nullable Path> targets = targets();
        try (LabCatalogue catalogue = LabCatalogue.open();
                Grader grader = Grader.open(catalogue.find(lab), options())) {
            List<GradeReport> graded = new ArrayList<>();
            for (Path submission : submissions) {
                graded.add(grader.grade(submission));
            }
            for (Map.Entry<ReportFormat, @Nullable Path> target : targets.entrySet()) {
                write(target.getKey().write(graded), target.getValue());
            }
            return status(graded);
        }
    }

    private GradingOptions options() {
        Path folder = captures;
        if (folder == null) {
            return jobs.grading();
        }
        try {
            return jobs.grading().withCaptures(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UsageError("--captures: cannot keep them in " + folder + "; name a folder that can be made");
        }
    }

    private Map<ReportFormat, @Nullable Path> targets() {
        Map<ReportFormat, @Nullable Path> targets = new LinkedHashMap<>();
        for (String report : reports) {
            String[] parts = report.split("=", 2);
            ReportFormat format = ReportFormat.of(parts[0]).orElseThrow(() -> new UsageError("--report " + report
                    + ": there is no format '" + parts[0] + "'; there are " + ReportFormat.words()));
            targets.put(format, parts.length == 2 ? Path.of(parts[1]) : null);
        }
        return targets;
    }

    private void write(String text, @Nullable Path file) {
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
            return;
        }
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageError("--report: cannot write " + file + "; name a file in a folder that exists");
        }
    }

    private static int status(List<GradeReport> graded) {
        List<CheckResult> checks = graded.stream().flatMap(report -> report.checks().stream()).toList();
        if (checks.stream().anyMatch(check -> check.status() == Status.BROKEN)) {
            return ExitStatus.INTERNAL;
        }
        return checks.stream().allMatch(check -> check.status() == Status.PASSED) ? ExitStatus.OK : ExitStatus.FAILED;
    }
}
