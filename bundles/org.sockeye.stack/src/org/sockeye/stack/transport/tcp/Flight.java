package org.sockeye.stack.transport.tcp;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The segments that have been sent and not been acknowledged, oldest first, and which of them are believed lost. */
final class Flight {

    private final ArrayDeque<SentSegment> sent = new ArrayDeque<>();
    private final ArrayDeque<SentSegment> lost = new ArrayDeque<>();

    /** What an acknowledgment took out. */
    record Acknowledged(int segments, @Nullable SentSegment measurable) {
    }

    boolean isEmpty() {
        return sent.isEmpty();
    }

    int size() {
        return sent.size();
    }

    /** How many have not been acknowledged and are not believed lost. */
    int underWay() {
        return sent.size() - lost.size();
    }

    void add(SentSegment segment) {
        sent.add(segment);
    }

    /** The oldest segment that is believed lost and waits to be sent again, if any does. */
    @Nullable
    SentSegment nextLost() {
        return lost.peek();
    }

    /** The segment that {@link #nextLost()} gave has been sent again. */
    void sentAgain(SentSegment segment) {
        segment.sentAgain();
        lost.remove();
    }

    void markOldestLost() {
        SentSegment oldest = sent.getFirst();
        if (!oldest.isLost()) {
            oldest.markLost();
            lost.addFirst(oldest);
        }
    }

    void markAllLost() {
        lost.clear();
        sent.forEach(SentSegment::markLost);
        lost.addAll(sent);
    }

    /**
     * Takes out all that ends at or before {@code acknowledgment}. The oldest of them may be measured, unless one of them
     * was sent twice: nobody knows then which transmission is acknowledged (RFC 6298, section 3).
     */
    Acknowledged acknowledge(long acknowledgment) {
        int segments = 0;
        boolean ambiguous = false;
        SentSegment oldest = sent.peek();
        while (!sent.isEmpty() && sent.getFirst().end() <= acknowledgment) {
            SentSegment gone = sent.remove();
            if (gone == lost.peek()) {
                lost.remove();
            }
            ambiguous |= !gone.sentOnce();
            segments++;
        }
        if (!sent.isEmpty()) {
            sent.getFirst().trimBefore(acknowledgment);
        }
        return new Acknowledged(segments, ambiguous || segments == 0 ? null : oldest);
    }
}
