package org.sockeye.stack.physical;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;

/** What sends to a radio channel and hears whether it is in use. */
public final class Antenna {

    private final LinkEnd end;
    private final Radio radio;
    private final RadioListener listener;
    private int lastNumber;

    Antenna(LinkEnd end, Radio radio, RadioListener listener) {
        this.end = end;
        this.radio = radio;
        this.listener = listener;
    }

    public LinkEnd end() {
        return end;
    }

    RadioListener listener() {
        return listener;
    }

    /** True while anybody sends (carrier sense). */
    public boolean isBusy() {
        return radio.isBusy();
    }

    /** Since when nobody sends; of no meaning while somebody does. */
    public long idleSince() {
        return radio.idleSince();
    }

    /** What the frames from here to {@code other} meet; a perfect link's if nothing is known about that pair. */
    public LinkConditions conditions(LinkEnd other) {
        RadioLink link = radio.between(end, other);
        return link == null ? RadioLink.GOOD : link.conditions(end);
    }

    /**
     * Puts a frame on the air now, whether others do or not.
     *
     * @param to for whom it is, null for all; others hear it nevertheless
     * @param time how long that takes, in nanoseconds
     */
    public void transmit(@Nullable LinkEnd to, Content frame, long time) {
        radio.transmit(this, to, frame, time);
    }

    void sentAs(int number) {
        lastNumber = number;
    }

    /** The number in the trace of the frame that was sent last; 0 if there was none. */
    public int lastNumber() {
        return lastNumber;
    }
}
