package org.sockeye.stack.physical;

import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;

/** A full-duplex cable between two ports: its directions share nothing. */
public final class Cable extends Link {

    private final CableDirection forward;
    private final CableDirection backward;

    /** A cable with nothing plugged in yet; if {@code a} and {@code b} are the same, it leads back to its start. */
    public Cable(String name, LinkEnd a, LinkEnd b, LinkConditions conditions, EventQueue events, Trace trace,
            Randomness randomness) {
        super(name, a, b);
        this.forward = new CableDirection(name, a, b, conditions, events, trace, randomness);
        this.backward = new CableDirection(name, b, a, conditions, events, trace, randomness);
    }

    /**
     * Plugs the cable in.
     *
     * @param end one of the cable's ends
     * @param port gets what arrives there
     * @return sends away from there
     */
    public Transmitter plug(LinkEnd end, Port port) {
        if (end.equals(a())) {
            backward.deliverTo(port);
        }
        if (end.equals(b())) {
            forward.deliverTo(port);
        }
        return from(end);
    }

    @Override
    public Transmitter from(LinkEnd end) {
        return way(end);
    }

    @Override
    CableDirection way(LinkEnd from) {
        return choose(from, forward, backward);
    }
}
