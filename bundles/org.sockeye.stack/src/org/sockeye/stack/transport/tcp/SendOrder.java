package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.Nullable;

/**
 * The segments under way in the order in which they were last sent, for {@link Rack}. Each knows its neighbours, so that
 * one is taken out at no cost.
 */
final class SendOrder {

    private @Nullable SentSegment first;
    private @Nullable SentSegment last;

    /** The one that was sent longest ago, if there is one. */
    @Nullable
    SentSegment first() {
        return first;
    }

    /** A segment that is not in here has been sent just now. */
    void add(SentSegment segment) {
        SentSegment before = last;
        segment.sentBefore = before;
        if (before == null) {
            first = segment;
        } else {
            before.sentAfter = segment;
        }
        last = segment;
    }

    /** Puts a segment behind another that is in here. */
    void addBehind(SentSegment segment, SentSegment other) {
        SentSegment after = other.sentAfter;
        segment.sentBefore = other;
        segment.sentAfter = after;
        other.sentAfter = segment;
        if (after == null) {
            last = segment;
        } else {
            after.sentBefore = segment;
        }
    }

    boolean contains(SentSegment segment) {
        return segment.sentBefore != null || first == segment;
    }

    /** Takes a segment out; does nothing if it is not in here. */
    void remove(SentSegment segment) {
        if (!contains(segment)) {
            return;
        }
        SentSegment before = segment.sentBefore;
        SentSegment after = segment.sentAfter;
        if (before == null) {
            first = after;
        } else {
            before.sentAfter = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.sentBefore = before;
        }
        segment.sentBefore = null;
        segment.sentAfter = null;
    }
}
