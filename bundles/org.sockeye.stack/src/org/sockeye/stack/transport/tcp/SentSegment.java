package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.Nullable;

/** A segment that has been sent and not been acknowledged, and what is believed of it. Changed by {@link Flight} alone. */
final class SentSegment {

    private long start;
    private int payload;
    private boolean fin;
    private long sentAt;
    private long delivered;
    private boolean everSentAgain;
    boolean selected;
    boolean lost;
    boolean underWayAgain;
    boolean waiting;
    @Nullable
    SentSegment sentBefore;
    @Nullable
    SentSegment sentAfter;

    /**
     * A segment sent for the first time.
     *
     * @param start its sequence number
     * @param payload bytes of payload
     * @param fin whether FIN is set
     */
    SentSegment(long start, int payload, boolean fin) {
        this.start = start;
        this.payload = payload;
        this.fin = fin;
    }

    long start() {
        return start;
    }

    int payload() {
        return payload;
    }

    boolean fin() {
        return fin;
    }

    /** The sequence number behind it. */
    long end() {
        return start + payload + (fin ? 1 : 0);
    }

    /** When it was last sent, in nanoseconds since the start of the run. */
    long sentAt() {
        return sentAt;
    }

    /** How many segments had been delivered when it was last sent. */
    long delivered() {
        return delivered;
    }

    /** It goes out now. */
    void stamp(long now, long deliveredSoFar) {
        sentAt = now;
        delivered = deliveredSoFar;
    }

    /** True if that segment, or rather this one, went out first; of those sent at once, the one with lower numbers. */
    boolean isSentBefore(long time, long end) {
        return sentAt < time || sentAt == time && end() < end;
    }

    /** A part in front has been acknowledged. */
    void trimBefore(long acknowledgment) {
        if (acknowledgment > start) {
            payload -= (int) (acknowledgment - start);
            start = acknowledgment;
        }
    }

    /** Keeps {@code length} bytes, as the whole has become too large; returns the rest, of which the same is believed. */
    SentSegment split(int length) {
        SentSegment rest = new SentSegment(start + length, payload - length, fin);
        rest.stamp(sentAt, delivered);
        rest.everSentAgain = everSentAgain;
        rest.selected = selected;
        rest.lost = lost;
        rest.underWayAgain = underWayAgain;
        payload = length;
        fin = false;
        return rest;
    }

    /** Takes over the payload and FIN of the next segment, so that both are sent again as one. */
    void absorb(SentSegment next) {
        payload += next.payload;
        fin = next.fin;
        everSentAgain |= next.everSentAgain;
    }

    /** True if it was sent more than once: an acknowledgment may mean either time. */
    boolean everSentAgain() {
        return everSentAgain;
    }

    void markSentAgain() {
        everSentAgain = true;
    }

    /** The peer has said that it has arrived, beyond a gap (RFC 2018). */
    boolean isSelected() {
        return selected;
    }

    /** It is believed lost, be it that it has been sent again since. */
    boolean isLost() {
        return lost;
    }
}
