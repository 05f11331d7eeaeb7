package org.sockeye.stack.physical;

import java.util.function.Predicate;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;

/**
 * The way between two antennas of a radio channel. Of its conditions the losses, the bit errors, the rate and the queue
 * count. Delay and length do not, since radio reaches in no time whatever can acknowledge; nor do duplicates and
 * reordering, which acknowledgements prevent.
 */
public final class RadioLink implements Link {

    /** 54 Mbit/s, the fastest of 802.11g (IEEE 802.11-2020, section 18), with room for 1000 frames. */
    public static final LinkConditions GOOD = LinkConditions.GOOD.withDelay(0).withRate(54_000_000);

    private final String name;
    private final LinkEnd a;
    private final LinkEnd b;
    private final Faults forward;
    private final Faults backward;
    private final Radio radio;

    RadioLink(String name, LinkEnd a, LinkEnd b, LinkConditions conditions, Radio radio, Randomness randomness) {
        this.name = name;
        this.a = a;
        this.b = b;
        this.forward = new Faults("link " + name + " from " + a, conditions, randomness);
        this.backward = new Faults("link " + name + " from " + b, conditions, randomness);
        this.radio = radio;
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
        return faults(from).conditions();
    }

    @Override
    public void conditions(LinkEnd from, LinkConditions conditions) {
        faults(from).conditions(conditions);
    }

    @Override
    public void loseIf(Predicate<Content> rule) {
        forward.loseIf(rule);
        backward.loseIf(rule);
    }

    /** Sends at once, without waiting for others to finish. */
    @Override
    public Transmitter from(LinkEnd end) {
        LinkEnd to = end.equals(a) ? b : a;
        Antenna antenna = radio.at(end);
        if (antenna == null) {
            throw new IllegalArgumentException("no antenna is at " + end + "; set one up first");
        }
        return frame -> antenna.transmit(to, frame, conditions(end).serialisation(frame.bytes().length));
    }

    Faults faults(LinkEnd from) {
        if (from.equals(a)) {
            return forward;
        } else if (from.equals(b)) {
            return backward;
        }
        throw new IllegalArgumentException(from + " is no end of link " + name + "; those are " + a + " and " + b);
    }
}
