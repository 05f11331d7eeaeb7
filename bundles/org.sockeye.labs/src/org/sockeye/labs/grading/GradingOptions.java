package org.sockeye.labs.grading;

import java.nio.file.Path;
import java.util.List;

/**
 * How to grade.
 *
 * @param jobs how many checks run at the same time, from 1
 * @param seed for all chance on the networks
 * @param java the command that starts a student's program, before the class path
 */
public record GradingOptions(int jobs, long seed, List<String> java) {

    public GradingOptions {
        if (jobs < 1) {
            throw new IllegalArgumentException("at least one check must run at a time, not " + jobs);
        }
        java = List.copyOf(java);
    }

    /** As many checks at a time as there are processors, but no more than four; seed 1; programs on the Java that grades. */
    public static GradingOptions standard() {
        return new GradingOptions(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4), 1,
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    }

    public GradingOptions withJobs(int number) {
        return new GradingOptions(number, seed, java);
    }
}
