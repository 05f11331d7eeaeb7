package org.sockeye.stack.link;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.physical.Antenna;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Timer;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.WifiFrame;

/**
 * Sends frames one after the other when the air is free: carrier sense multiple access with collision avoidance (IEEE
 * 802.11-2020, section 10.3.4).
 *
 * <p>Whoever finds the air idle for a {@linkplain WifiTiming#DIFS while} sends. Whoever finds it busy, has just sent, or
 * got no acknowledgement, lets a random number of idle slots pass first; the range doubles with each failure.
 */
final class WifiTransmitter {

    private static final int NO_BACKOFF = -1;

    private final Antenna antenna;
    private final EventQueue events;
    private final Trace trace;
    private final RandomGenerator random;
    private final Queue<Outgoing> waiting = new ArrayDeque<>();
    private @Nullable Outgoing current;
    private @Nullable Timer access;
    private int window = WifiTiming.FIRST_WINDOW;
    private int backoff = NO_BACKOFF;
    private int retries;
    private long countedFrom;
    private long reservedUntil;
    private boolean sending;
    private boolean overdue;

    /** @param to for whom it is; null for all, who do not acknowledge it */
    private record Outgoing(Content frame, @Nullable LinkEnd to) {
    }

    WifiTransmitter(Antenna antenna, EventQueue events, Trace trace, RandomGenerator random) {
        this.antenna = antenna;
        this.events = events;
        this.trace = trace;
        this.random = random;
    }

    /** Sends a frame after those before it; drops it if too many wait. */
    void send(Content frame, @Nullable LinkEnd to, LinkEnd towards) {
        int limit = antenna.conditions(towards).queue();
        if (current != null && waiting.size() >= limit) {
            trace.sent(events.now(), events.now(), antenna.end(), towards, frame, "dropped at "
                    + antenna.end().device() + ": queue full (" + waiting.size() + " of " + limit + ")");
            return;
        }
        waiting.add(new Outgoing(frame, to));
        if (current == null) {
            next();
        }
    }

    private void next() {
        current = waiting.poll();
        retries = 0;
        contend();
    }

    /** Sets the time at which the air may be used, if it stays idle until then. */
    private void contend() {
        if (sending || access != null || current == null && backoff == NO_BACKOFF) {
            return;
        }
        long free = Math.max(antenna.idleSince(), reservedUntil) + WifiTiming.DIFS;
        if (backoff == NO_BACKOFF && (antenna.isBusy() || free > events.now())) {
            draw();
        }
        if (!antenna.isBusy()) {
            countedFrom = Math.max(events.now(), free);
            access = events.at(countedFrom + Math.max(backoff, 0) * WifiTiming.SLOT, this::transmit);
        }
    }

    private void draw() {
        backoff = random.nextInt(window + 1);
    }

    /** Somebody else sends: the slots that have passed count, the others are still to be waited for. */
    void busy() {
        Timer planned = access;
        // Who has decided to send in this very slot cannot hear in time that another does.
        if (planned != null && planned.time() > events.now()) {
            planned.cancel();
            access = null;
            backoff = Math.max(backoff, 0);
            backoff -= (int) Math.max(0, (events.now() - countedFrom) / WifiTiming.SLOT);
        }
    }

    void idle() {
        if (overdue) {
            failed();
        } else {
            contend();
        }
    }

    /** Another station told that it will use the air until then (network allocation vector). */
    void reserve(long until) {
        reservedUntil = Math.max(reservedUntil, until);
    }

    private void transmit() {
        access = null;
        backoff = NO_BACKOFF;
        Outgoing frame = current;
        if (frame == null) {
            return;
        }
        sending = true;
        long rate = rate(antenna, frame.to);
        long air = WifiTiming.air(frame.frame.bytes().length, rate);
        antenna.transmit(frame.to, frame.frame, air);
        events.after(air, this::sent);
    }

    /** What frames to {@code to}, or to all if it is null, are sent with. */
    static long rate(Antenna antenna, @Nullable LinkEnd to) {
        return to == null ? WifiTiming.BASIC_RATE : antenna.conditions(to).rate();
    }

    private void sent() {
        Outgoing frame = current;
        if (frame == null || frame.to == null) {
            done();
        } else {
            current = new Outgoing(frame.frame.arrivedIn(antenna.lastNumber()), frame.to);
            events.after(WifiTiming.SIFS + WifiTiming.SLOT, this::missed);
        }
    }

    /** The acknowledgement should have begun by now: if something is on the air, it may be that. */
    private void missed() {
        if (antenna.isBusy()) {
            overdue = true;
        } else {
            failed();
        }
    }

    void acknowledged() {
        if (overdue) {
            done();
        }
    }

    private void failed() {
        Outgoing frame = current;
        retries++;
        if (frame == null || retries > WifiTiming.RETRIES) {
            if (frame != null) {
                trace.note(events.now(), antenna.end().device(), frame.frame.frame(), "dropped at "
                        + antenna.end().device() + ": no acknowledgement after " + WifiTiming.RETRIES + " retries");
            }
            done();
            return;
        }
        sending = false;
        overdue = false;
        window = Math.min(2 * window + 1, WifiTiming.LAST_WINDOW);
        current = new Outgoing(again(frame.frame), frame.to);
        draw();
        contend();
    }

    private static Content again(Content frame) {
        byte[] bytes = frame.bytes().clone();
        bytes[1] |= WifiFrame.RETRY;
        EthernetFrame.putFcs(bytes);
        return frame.changed(bytes);
    }

    private void done() {
        sending = false;
        overdue = false;
        window = WifiTiming.FIRST_WINDOW;
        draw();
        next();
    }
}
