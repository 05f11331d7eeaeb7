package org.sockeye.stack.physical;

import java.util.ArrayDeque;
import java.util.Deque;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;

/**
 * The frames that travel along one direction of a cable. What was sent first arrives first, so that only the first one
 * needs a timer, however long the cable is.
 */
final class Wire {

    private final EventQueue events;
    private final Deque<Travelling> frames = new ArrayDeque<>();
    private final Runnable arrive = this::arrive;
    private Port receiver = frame -> {
    };

    /** A frame, when it arrives, and its turn among what happens at that time. */
    private record Travelling(long arrival, long turn, Content frame) {
    }

    Wire(EventQueue events) {
        this.events = events;
    }

    void deliverTo(Port port) {
        receiver = port;
    }

    void carry(long arrival, Content frame) {
        Travelling last = frames.peekLast();
        if (last != null && arrival < last.arrival) {
            // Overtakes, as when a fault has delayed the one before.
            events.at(arrival, () -> receiver.receive(frame));
            return;
        }
        Travelling travelling = new Travelling(arrival, events.turn(), frame);
        frames.add(travelling);
        if (last == null) {
            await(travelling);
        }
    }

    private void await(Travelling first) {
        events.at(first.arrival, first.turn, arrive);
    }

    private void arrive() {
        Content frame = frames.remove().frame;
        Travelling next = frames.peekFirst();
        if (next != null) {
            await(next);
        }
        receiver.receive(frame);
    }
}
