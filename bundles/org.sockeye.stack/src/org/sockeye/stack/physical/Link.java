package org.sockeye.stack.physical;

import java.util.function.Predicate;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;

/** A full-duplex cable between two ports: two directions that share nothing but their conditions. */
public final class Link {

    private final String name;
    private final LinkEnd a;
    private final LinkEnd b;
    private final Transmitter forward;
    private final Transmitter backward;
    private LinkConditions conditions;

    /** A link with nothing plugged in yet; if {@code a} and {@code b} are the same, it leads back to its start. */
    public Link(String name, LinkEnd a, LinkEnd b, LinkConditions conditions, EventQueue events, Trace trace,
            Randomness randomness) {
        this.name = name;
        this.a = a;
        this.b = b;
        this.forward = new Transmitter(name, a, b, conditions, events, trace, randomness);
        this.backward = new Transmitter(name, b, a, conditions, events, trace, randomness);
        this.conditions = conditions;
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

    public LinkConditions conditions() {
        return conditions;
    }

    /** Changes the conditions for every frame that is sent from now on, in both directions. */
    public void conditions(LinkConditions conditions) {
        this.conditions = conditions;
        forward.conditions(conditions);
        backward.conditions(conditions);
    }

    /** Changes the conditions for every frame that is sent from {@code end} from now on. */
    public void conditions(LinkEnd end, LinkConditions conditions) {
        if (end.equals(a)) {
            this.conditions = conditions;
        }
        from(end).conditions(conditions);
    }

    /**
     * Loses frames that somebody picks, besides those that chance does: for experiments that need exactly one. Replaces
     * the rule before.
     *
     * @param rule asked about every frame as it is sent, in either direction
     */
    public void loseIf(Predicate<Content> rule) {
        forward.loseIf(rule);
        backward.loseIf(rule);
    }

    /**
     * Plugs the link in.
     *
     * @param end one of the link's ends
     * @param port gets what arrives there
     * @return sends away from there
     */
    public Transmitter plug(LinkEnd end, Port port) {
        if (end.equals(a)) {
            backward.deliverTo(port);
        }
        if (end.equals(b)) {
            forward.deliverTo(port);
        }
        return from(end);
    }

    /** What sends away from {@code end}, whoever is plugged in there; for those who want to slip a frame in. */
    public Transmitter from(LinkEnd end) {
        return end.equals(a) ? forward : backward;
    }
}
