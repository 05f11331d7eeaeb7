package org.sockeye.stack.physical;

import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.LinkEnd;

/**
 * The way between two antennas of a radio channel. Of its conditions the losses, the bit errors, the rate and the queue
 * count. Delay and length do not, since radio reaches in no time whatever can acknowledge; nor do duplicates and
 * reordering, which acknowledgements prevent.
 */
public final class RadioLink extends Link {

    /** 54 Mbit/s, the fastest of 802.11g (IEEE 802.11-2020, section 18), with room for 1000 frames. */
    public static final LinkConditions GOOD = LinkConditions.GOOD.withDelay(0).withRate(54_000_000);

    private final Faults forward;
    private final Faults backward;
    private final Radio radio;

    RadioLink(String name, LinkEnd a, LinkEnd b, LinkConditions conditions, Radio radio, Randomness randomness) {
        super(name, a, b);
        this.forward = new Faults("link " + name + " from " + a, conditions, randomness);
        this.backward = new Faults("link " + name + " from " + b, conditions, randomness);
        this.radio = radio;
    }

    /** Sends at once, without waiting for others to finish. */
    @Override
    public Transmitter from(LinkEnd end) {
        LinkEnd to = end.equals(a()) ? b() : a();
        Antenna antenna = radio.at(end);
        if (antenna == null) {
            throw new IllegalArgumentException("no antenna is at " + end + "; set one up first");
        }
        return frame -> antenna.transmit(to, frame, conditions(end).serialisation(frame.bytes().length));
    }

    @Override
    Faults way(LinkEnd from) {
        return choose(from, forward, backward);
    }
}
