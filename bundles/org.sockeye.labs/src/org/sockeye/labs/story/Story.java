package org.sockeye.labs.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The steps of one check so far. Belongs to the thread that runs the check. */
public final class Story {

    private final List<Step> steps = new ArrayList<>();
    private List<Integer> frames = List.of();
    private String place = "";
    private boolean failed;

    /** Begins a step. */
    public void step(long time, String text) {
        steps.add(new Step(time, text, List.of()));
    }

    /**
     * Says that the last step failed. A later failure of the same check is not told: the first is the cause.
     *
     * @param facts expected, actual and what else explains it
     * @param frames the numbers of the frames concerned
     * @param place the student's source line concerned, or empty
     */
    public void fail(List<Step.Fact> facts, List<Integer> frames, String place) {
        if (failed) {
            return;
        }
        failed = true;
        Step last = steps.isEmpty() ? new Step(0, "the check begins", List.of()) : steps.removeLast();
        steps.add(new Step(last.time(), last.text(), facts));
        this.frames = List.copyOf(frames);
        this.place = place;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Frames concerned by the failure, by number in the check's trace. */
    public List<Integer> frames() {
        return frames;
    }

    /** The student's source line concerned by the failure, or empty. */
    public String place() {
        return place;
    }

    /** The whole story: a line a step, the failed one last with its facts indented below. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            String mark = step.failure().isEmpty() ? "  " : "✗ ";
            text.append(mark).append(time(step.time())).append("  ").append(step.text()).append('\n');
            for (Step.Fact fact : step.failure()) {
                text.append(String.format("%14s%-10s %s%n", "", fact.name() + ":", fact.text()));
            }
        }
        return text.toString().stripTrailing();
    }

    private static String time(long nanoseconds) {
        return String.format(Locale.ROOT, "%8.3f s", nanoseconds / 1e9);
    }
}
