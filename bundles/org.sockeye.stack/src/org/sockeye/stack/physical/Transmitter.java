package org.sockeye.stack.physical;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;

/**
 * One direction of a link: puts frames on the wire bit by bit, one after the other, and lets others wait meanwhile. A
 * frame takes its length divided by the rate to be sent, and the delay to travel.
 */
public final class Transmitter {

    private final String link;
    private final LinkEnd from;
    private final LinkEnd to;
    private final EventQueue events;
    private final Trace trace;
    private final Faults faults;
    private final Queue<Content> waiting = new ArrayDeque<>();
    private LinkConditions conditions;
    private Port receiver = frame -> {
    };
    private Predicate<Content> rule = frame -> false;
    private long busyUntil;

    Transmitter(String link, LinkEnd from, LinkEnd to, LinkConditions conditions, EventQueue events, Trace trace,
            Randomness randomness) {
        this.link = link;
        this.from = from;
        this.to = to;
        this.conditions = conditions;
        this.events = events;
        this.trace = trace;
        this.faults = new Faults("link " + link + " from " + from, randomness);
    }

    void conditions(LinkConditions changed) {
        conditions = changed;
    }

    void loseIf(Predicate<Content> picked) {
        rule = picked;
    }

    void deliverTo(Port port) {
        receiver = port;
    }

    /** Sends a frame as soon as those before it have been sent; drops it if too many wait already. */
    public void send(Content frame) {
        long now = events.now();
        if (now >= busyUntil && waiting.isEmpty()) {
            transmit(frame);
        } else if (waiting.size() >= conditions.queue()) {
            String why = "dropped at " + from.device() + ": " + waiting.size() + " frames already wait for link "
                    + link;
            trace.sent(now, now, from, to, frame, why);
        } else {
            waiting.add(frame);
            if (waiting.size() == 1) {
                events.at(busyUntil, this::transmitNext);
            }
        }
    }

    private void transmitNext() {
        Content frame = waiting.poll();
        if (frame != null) {
            transmit(frame);
        }
        if (!waiting.isEmpty()) {
            events.at(busyUntil, this::transmitNext);
        }
    }

    private void transmit(Content frame) {
        long sent = events.now();
        long serialisation = conditions.serialisation(frame.bytes().length);
        long passage = serialisation + conditions.delay();
        busyUntil = sent + serialisation;
        if (rule.test(frame) || faults.lose(conditions.loss())) {
            travel(sent, sent + passage, frame, "lost on link " + link);
            return;
        }
        byte[] bytes = faults.corrupt(conditions.corrupt(), frame.bytes());
        Content onWire = bytes == frame.bytes() ? frame : frame.changed(bytes);
        long arrival = sent + passage + faults.delay(conditions.reorder(), passage);
        int number = travel(sent, arrival, onWire, null);
        if (faults.duplicate(conditions.duplicate())) {
            travel(sent, arrival + serialisation, onWire.arrivedIn(number), null);
        }
    }

    private int travel(long sent, long arrival, Content frame, @Nullable String lost) {
        int number = trace.sent(sent, arrival, from, to, frame, lost).number();
        if (lost == null) {
            Content arrived = frame.arrivedIn(number);
            events.at(arrival, () -> receiver.receive(arrived));
        }
        return number;
    }
}
