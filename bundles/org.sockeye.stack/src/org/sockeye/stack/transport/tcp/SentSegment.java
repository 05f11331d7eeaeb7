package org.sockeye.stack.transport.tcp;

/** A segment that has been sent and not been acknowledged. */
final class SentSegment {

    private long start;
    private int payload;
    private final boolean fin;
    private final long sentAt;
    private int transmissions = 1;
    private boolean lost;

    /**
     * A segment sent for the first time.
     *
     * @param start its sequence number
     * @param payload bytes of payload
     * @param fin whether FIN is set
     * @param sentAt when, in nanoseconds since the start of the run
     */
    SentSegment(long start, int payload, boolean fin, long sentAt) {
        this.start = start;
        this.payload = payload;
        this.fin = fin;
        this.sentAt = sentAt;
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

    /** When it was first sent. */
    long sentAt() {
        return sentAt;
    }

    /** A part in front has been acknowledged. */
    void trimBefore(long acknowledgment) {
        if (acknowledgment > start) {
            payload -= (int) (acknowledgment - start);
            start = acknowledgment;
        }
    }

    boolean sentOnce() {
        return transmissions == 1;
    }

    void sentAgain() {
        transmissions++;
        lost = false;
    }

    /** True if it is believed lost and has not been sent again since. */
    boolean isLost() {
        return lost;
    }

    void markLost() {
        lost = true;
    }
}
