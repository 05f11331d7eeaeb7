package org.sockeye.stack.physical;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Direction;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;

/**
 * One direction of a cable: puts frames on the wire bit by bit, one after the other, and lets others wait meanwhile. A
 * frame takes its length divided by the rate to be sent, and the propagation to travel.
 */
final class CableDirection implements Transmitter, Way {

    private final String link;
    private final Direction direction;
    private final EventQueue events;
    private final Trace trace;
    private final Faults faults;
    private final Queue<Content> waiting = new ArrayDeque<>();
    private final Runnable next = this::transmitNext;
    private final Wire wire;
    private LinkConditions conditions;
    private long propagation;
    private long busyUntil;

    CableDirection(String link, LinkEnd from, LinkEnd to, LinkConditions conditions, EventQueue events, Trace trace,
            Randomness randomness) {
        this.link = link;
        this.direction = trace.direction(from, to);
        this.events = events;
        this.trace = trace;
        this.wire = new Wire(events);
        this.faults = new Faults("link " + link + " from " + from, conditions, randomness);
        this.conditions = conditions;
        this.propagation = conditions.propagation();
    }

    @Override
    public LinkConditions conditions() {
        return conditions;
    }

    @Override
    public void conditions(LinkConditions changed) {
        conditions = changed;
        propagation = changed.propagation();
        faults.conditions(changed);
    }

    @Override
    public void loseIf(Predicate<Content> picked) {
        faults.loseIf(picked);
    }

    void deliverTo(Port port) {
        wire.deliverTo(port);
    }

    @Override
    public void send(Content frame) {
        long now = events.now();
        if (now >= busyUntil && waiting.isEmpty()) {
            transmit(frame);
        } else if (waiting.size() >= conditions.queue()) {
            trace.sent(now, now, direction, frame, "dropped at " + direction.from().device() + ": queue full ("
                    + waiting.size() + " of " + conditions.queue() + ")");
        } else {
            waiting.add(frame);
            if (waiting.size() == 1) {
                events.at(busyUntil, next);
            }
        }
    }

    private void transmitNext() {
        Content frame = waiting.poll();
        if (frame != null) {
            transmit(frame);
        }
        if (!waiting.isEmpty()) {
            events.at(busyUntil, next);
        }
    }

    private void transmit(Content frame) {
        long sent = events.now();
        long serialisation = conditions.serialisation(frame.bytes().length);
        long passage = serialisation + propagation;
        busyUntil = sent + serialisation;
        if (faults.areNone()) {
            travel(sent, sent + passage, frame, null);
        } else if (faults.lose(frame)) {
            travel(sent, sent + passage, frame, "lost on link " + link);
        } else {
            Content onWire = faults.corrupt(frame);
            long arrival = sent + passage + faults.delay(passage);
            int number = travel(sent, arrival, onWire, null);
            if (faults.duplicate()) {
                travel(sent, arrival + serialisation, onWire.arrivedIn(number), null);
            }
        }
    }

    private int travel(long sent, long arrival, Content frame, @Nullable String lost) {
        int number = trace.sent(sent, arrival, direction, frame, lost).number();
        if (lost == null) {
            wire.carry(arrival, frame.arrivedIn(number));
        }
        return number;
    }
}
