package org.sockeye.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockeye.labs.format.LabException;
import org.sockeye.labs.grading.GraderException;
import org.sockeye.labs.grading.GradingOptions;
import org.sockeye.labs.grading.SubmissionException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where the commands about labs print, and how they say what went wrong: one line, and a status. */
final class Terminal {

    static final int GOOD = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int OURS = 4;

    private final CommandLine line;

    private Terminal(CommandLine line) {
        this.line = line;
    }

    static Terminal of(@Nullable CommandSpec spec) {
        return new Terminal(Objects.requireNonNull(spec, "picocli sets it").commandLine());
    }

    PrintWriter out() {
        return line.getOut();
    }

    /** Grading options with so many jobs; null for the usual number. */
    GradingOptions options(@Nullable Integer jobs) {
        if (jobs == null) {
            return GradingOptions.standard();
        }
        if (jobs < 1 || jobs > 64) {
            throw new ParameterException(line, "--jobs " + jobs + ": give a number from 1 to 64");
        }
        return GradingOptions.standard().withJobs(jobs);
    }

    int guarded(Body body) {
        try {
            return body.run();
        } catch (LabException | SubmissionException e) {
            return say(e, USAGE);
        } catch (GraderException | IOException e) {
            return say(e, OURS);
        } finally {
            line.getOut().flush();
        }
    }

    private int say(Exception e, int status) {
        line.getErr().println("sockeye: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        line.getErr().flush();
        return status;
    }

    /** What a command does. */
    interface Body {
        int run() throws LabException, SubmissionException, GraderException, IOException;
    }
}
