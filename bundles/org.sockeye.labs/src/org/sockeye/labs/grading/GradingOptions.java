package org.sockeye.labs.grading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to grade.
 *
 * @param jobs how many checks run at the same time, from 1
 * @param seed for all chance on the networks
 * @param java the command that starts a student's program, before the class path
 * @param captures where the packets of every check that did not pass are kept, as SUBMISSION/CHECK.pcapng; empty: nowhere
 */
public record GradingOptions(int jobs, long seed, List<String> java, Optional<Path> captures) {

    public GradingOptions {
        if (jobs < 1) {
            throw new IllegalArgumentException("at least one check must run at a time, not " + jobs);
        }
        java = List.copyOf(java);
    }

    /** As many checks at a time as there are processors, but no more than four; seed 1; programs on the Java that grades. */
    public static GradingOptions standard() {
        return new GradingOptions(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4), 1,
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()), Optional.empty());
    }

    public GradingOptions withCaptures(Path folder) {
        return new GradingOptions(jobs, seed, java, Optional.of(folder));
    }

    public GradingOptions withJobs(int number) {
        return new GradingOptions(number, seed, java, captures);
    }
}
