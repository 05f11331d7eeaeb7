package org.sockeye.stack.physical;

import java.util.function.Predicate;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;

/**
 * What carries frames between two ends: two directions, each with conditions of its own, which may change while the
 * network runs.
 */
public sealed interface Link permits Cable, RadioLink {

    String name();

    LinkEnd a();

    LinkEnd b();

    /** What the frames from {@link #a()} to {@link #b()} meet. */
    default LinkConditions conditions() {
        return conditions(a());
    }

    /** Changes the conditions for every frame that is sent from now on, in both directions. */
    default void conditions(LinkConditions conditions) {
        conditions(a(), conditions);
        conditions(b(), conditions);
    }

    /**
     * What the frames that {@code from} sends meet.
     *
     * @throws IllegalArgumentException if that is no end of this link
     */
    LinkConditions conditions(LinkEnd from);

    /**
     * Changes the conditions for every frame that {@code from} sends from now on.
     *
     * @throws IllegalArgumentException if that is no end of this link
     */
    void conditions(LinkEnd from, LinkConditions conditions);

    /**
     * Loses frames that somebody picks, besides those that chance does: for experiments that need exactly one. Replaces
     * the rule before.
     *
     * @param rule asked about every frame as it is sent, in either direction
     */
    void loseIf(Predicate<Content> rule);

    /**
     * What sends away from {@code end}, whoever is plugged in there; for those who want to slip a frame in.
     *
     * @throws IllegalArgumentException if that is no end of this link
     */
    Transmitter from(LinkEnd end);
}
