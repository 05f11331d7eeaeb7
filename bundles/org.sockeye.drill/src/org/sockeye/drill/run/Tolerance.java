package org.sockeye.drill.run;

import org.sockeye.drill.script.When;

/** By how much things may happen early or late. */
final class Tolerance {

    private final Plan plan;
    private long lastEvent;

    Tolerance(Plan plan) {
        this.plan = plan;
    }

    /** The time that an event was planned for, so that the next one's distance from it is known. */
    void event(long time) {
        lastEvent = time;
    }

    /** The tolerance of an event planned for {@code time}. */
    long around(long time) {
        return Math.max(plan.tolerance(), Math.round((time - lastEvent) * plan.tolerancePercent() / 100));
    }

    /** What is wrong with something that happened at {@code actual}, or an empty text. */
    String problem(When when, long offset, long actual) {
        if (when.kind() == When.Kind.ANY) {
            return "";
        }
        long from = offset + when.from();
        long to = offset + when.to();
        long tolerance = around(from);
        if (actual >= from - tolerance && actual <= to + tolerance) {
            return "";
        }
        String expected = when.isRange() ? "from " + Shown.time(from) + " to " + Shown.time(to)
                : "at " + Shown.time(from);
        return "time: expected " + expected + ", got " + Shown.time(actual) + " (tolerance " + Shown.time(tolerance)
                + ")";
    }
}
