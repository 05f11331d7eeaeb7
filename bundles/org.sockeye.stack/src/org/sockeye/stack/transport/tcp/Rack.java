package org.sockeye.stack.transport.tcp;

/**
 * Tells losses by time (RFC 8985): a segment is lost if one sent later has arrived, and the time by which the path may
 * reorder has passed since.
 */
final class Rack {

    private static final int MOST_STEPS = 255;
    private static final int PERSISTENCE = 16;

    private final LeastRoundTrip least;
    private final RoundTrip roundTrip;
    private final Reordering reordering;
    private boolean advanced;
    private long sentAt = -1;
    private long end;
    private long measured;
    private int steps = 1;
    private int persistence;
    private boolean duplicateSeen;
    private long adjustedAt;

    Rack(LeastRoundTrip least, RoundTrip roundTrip, Reordering reordering) {
        this.least = least;
        this.roundTrip = roundTrip;
        this.reordering = reordering;
    }

    /** A segment has arrived that was not known to have. */
    void arrived(SentSegment segment, long now) {
        long took = now - segment.sentAt();
        if (took < least.get() && segment.everSentAgain()) {
            // Too soon for what was sent again: it was the first that arrived.
            return;
        }
        advanced = true;
        measured = took;
        if (sentAt < segment.sentAt() || sentAt == segment.sentAt() && end < segment.end()) {
            sentAt = segment.sentAt();
            end = segment.end();
        }
    }

    /** A D-SACK tells of something sent again for nothing: the path reorders more than is waited for. */
    void duplicateSeen() {
        duplicateSeen |= reordering.seen() > 0;
    }

    /** Losses are to be looked for again, be it that nothing more arrived. */
    void lookAgain() {
        advanced = true;
    }

    /** True once after something arrived. */
    boolean takeAdvanced() {
        boolean taken = advanced;
        advanced = false;
        return taken;
    }

    /**
     * Adapts the time that is waited (section 6.2, step 4), once a round trip at most.
     *
     * @param deliveredBefore how many segments had been delivered when the last one that arrived was sent
     * @param delivered how many have been now
     */
    void adapt(long deliveredBefore, long delivered) {
        if (deliveredBefore == 0) {
            return;
        }
        if (deliveredBefore < adjustedAt) {
            duplicateSeen = false;
        }
        if (duplicateSeen) {
            steps = Math.min(MOST_STEPS, steps + 1);
            duplicateSeen = false;
            adjustedAt = delivered;
            persistence = PERSISTENCE;
        } else if (persistence == 0) {
            steps = 1;
        }
    }

    /** A recovery is over; it {@code wasNeedless} or not. */
    void recovered(boolean wasNeedless) {
        if (wasNeedless) {
            persistence = Math.min(PERSISTENCE, persistence + 1);
        } else if (persistence > 0) {
            persistence--;
        }
    }

    /**
     * Marks what is lost.
     *
     * @param recovering whether losses are being mended already
     * @return for how many nanoseconds it is to be waited until more may be known to be lost; 0 if nothing is suspected
     */
    long markLost(Flight flight, boolean recovering, long now) {
        long wait = 0;
        long allowance = allowance(flight, recovering);
        SentSegment segment = flight.order().first();
        while (segment != null && segment.isSentBefore(sentAt, end)) {
            SentSegment later = segment.sentAfter;
            long remaining = remaining(segment, allowance, now);
            if (remaining <= 0) {
                flight.markLost(segment);
            } else {
                wait = Math.max(wait, remaining);
            }
            segment = later;
        }
        return wait;
    }

    /** How much longer a segment may take without being lost, in nanoseconds. */
    long remaining(SentSegment segment, long allowance, long now) {
        return measured + allowance - (now - segment.sentAt());
    }

    /** For how long reordering is allowed for (section 6.2, step 4). */
    private long allowance(Flight flight, boolean recovering) {
        if (reordering.seen() == 0 && (recovering || flight.selected() >= reordering.degree())) {
            return 0;
        }
        long quarter = Math.min(least.get() / 4, roundTrip.smoothed());
        return Math.min(quarter * steps, roundTrip.smoothed());
    }
}
