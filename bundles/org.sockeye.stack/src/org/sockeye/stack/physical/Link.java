package org.sockeye.stack.physical;

import java.util.function.Predicate;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;

/**
 * What carries frames between two ends: two directions, each with conditions of its own, which may change while the
 * network runs.
 */
public abstract sealed class Link permits Cable, RadioLink {

    private final String name;
    private final LinkEnd a;
    private final LinkEnd b;

    Link(String name, LinkEnd a, LinkEnd b) {
        this.name = name;
        this.a = a;
        this.b = b;
    }

    public String name() {
        return name;
    }

    public LinkEnd a() {
        return a;
    }

    public LinkEnd b() {
        return b;
    }

    /** What the frames from {@link #a()} to {@link #b()} meet. */
    public LinkConditions conditions() {
        return conditions(a());
    }

    /** Changes the conditions for every frame that is sent from now on, in both directions. */
    public void conditions(LinkConditions conditions) {
        conditions(a(), conditions);
        conditions(b(), conditions);
    }

    /**
     * What the frames that {@code from} sends meet.
     *
     * @throws IllegalArgumentException if that is no end of this link
     */
    public LinkConditions conditions(LinkEnd from) {
        return way(from).conditions();
    }

    /**
     * Changes the conditions for every frame that {@code from} sends from now on.
     *
     * @throws IllegalArgumentException if that is no end of this link
     */
    public void conditions(LinkEnd from, LinkConditions conditions) {
        way(from).conditions(conditions);
    }

    /**
     * Loses frames that somebody picks, besides those that chance does: for experiments that need exactly one. Replaces
     * the rule before.
     *
     * @param rule asked about every frame as it is sent, in either direction
     */
    public void loseIf(Predicate<Content> rule) {
        way(a).loseIf(rule);
        way(b).loseIf(rule);
    }

    /**
     * What sends away from {@code end}, whoever is plugged in there; for those who want to slip a frame in.
     *
     * @throws IllegalArgumentException if that is no end of this link
     */
    public abstract Transmitter from(LinkEnd end);

    /** The direction in which {@code from} sends. */
    abstract Way way(LinkEnd from);

    /** What belongs to the direction in which {@code from} sends, {@code forward} being that of {@link #a()}. */
    <T> T choose(LinkEnd from, T forward, T backward) {
        if (from.equals(a)) {
            return forward;
        } else if (from.equals(b)) {
            return backward;
        }
        throw new IllegalArgumentException(from + " is no end of link " + name + "; those are " + a + " and " + b);
    }
}
