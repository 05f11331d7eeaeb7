package org.sockeye.labs.story;

import java.util.List;

/**
 * One step of a story.
 *
 * @param time when it began, in simulated nanoseconds since the start of the run
 * @param text what was done or expected, as a sentence without a full stop
 * @param failure what went wrong with it; empty for all steps but the one that failed
 */
public record Step(long time, String text, List<Fact> failure) {

    public Step {
        failure = List.copyOf(failure);
    }

    /**
     * A fact about a failure.
     *
     * @param name what it is about, such as "expected"
     * @param text the fact
     */
    public record Fact(String name, String text) {
    }
}
