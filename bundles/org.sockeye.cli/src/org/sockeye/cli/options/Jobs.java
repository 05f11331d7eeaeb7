package org.sockeye.cli.options;

import org.jspecify.annotations.Nullable;
import org.sockeye.cli.outcome.UsageError;
import org.sockeye.labs.grading.GradingOptions;
import picocli.CommandLine.Option;

/** How many checks run at the same time, as an option. */
public final class Jobs {

    @Option(names = "--jobs", paramLabel = "N", description = "how many checks run at the same time")
    private @Nullable Integer jobs;

    /**
     * Grading options with so many jobs, or the usual number.
     *
     * @throws UsageError if the number is not from 1 to 64
     */
    public GradingOptions grading() {
        Integer number = jobs;
        if (number == null) {
            return GradingOptions.standard();
        }
        if (number < 1 || number > 64) {
            throw new UsageError("--jobs " + number + ": give a number from 1 to 64");
        }
        return GradingOptions.standard().withJobs(number);
    }
}
