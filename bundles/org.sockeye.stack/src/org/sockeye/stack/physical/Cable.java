package org.sockeye.stack.physical;

import java.util.function.Predicate;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;

/** A full-duplex cable between two ports: its directions share nothing. */
public final class Cable implements Link {

    private final String name;
    private final LinkEnd a;
    private final LinkEnd b;
    private final CableDirection forward;
    private final CableDirection backward;

    /** A cable with nothing plugged in yet; if {@code a} and {@code b} are the same, it leads back to its start. */
    public Cable(String name, LinkEnd a, LinkEnd b, LinkConditions conditions, EventQueue events, Trace trace,
            Randomness randomness) {
        this.name = name;
        this.a = a;
        this.b = b;
        this.forward = new CableDirection(name, a, b, conditions, events, trace, randomness);
        this.backward = new CableDirection(name, b, a, conditions, events, trace, randomness);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LinkEnd a() {
        return a;
    }

    @Override
    public LinkEnd b() {
        return b;
    }

    @Override
    public LinkConditions conditions(LinkEnd from) {
        return direction(from).conditions();
    }

    @Override
    public void conditions(LinkEnd from, LinkConditions conditions) {
        direction(from).conditions(conditions);
    }

    @Override
    public void loseIf(Predicate<Content> rule) {
        forward.loseIf(rule);
        backward.loseIf(rule);
    }

    /**
     * Plugs the cable in.
     *
     * @param end one of the cable's ends
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

    @Override
    public Transmitter from(LinkEnd end) {
        return direction(end);
    }

    private CableDirection direction(LinkEnd from) {
        if (from.equals(a)) {
            return forward;
        } else if (from.equals(b)) {
            return backward;
        }
        throw new IllegalArgumentException(from + " is no end of link " + name + "; those are " + a + " and " + b);
    }
}
