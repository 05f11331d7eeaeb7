package org.sockeye.stack.transport.tcp;

/**
 * Finds out by the acknowledgments after a time-out whether it was spurious, as when the path is slow for a while (RFC
 * 5682, section 3.1): new data is sent, and if what had been sent before is acknowledged, nothing was lost.
 */
final class TimeoutProbe {

    /** What an acknowledgment tells. */
    enum Finding {
        /** Nothing, or that the loss was real. */
        UNKNOWN,
        /** What was sent again, or some of the rest, has arrived: it is time to send something new. */
        ADVANCED,
        /** What was sent but once has arrived: nothing was lost. */
        SPURIOUS
    }

    private final Sender sender;
    private final boolean enabled;
    private boolean probing;

    TimeoutProbe(Sender sender, boolean enabled) {
        this.sender = sender;
        this.enabled = enabled;
    }

    /** A time-out; {@code doubtful} if it may have been spurious. */
    void begin(boolean doubtful) {
        probing = enabled && doubtful;
    }

    /** The time-out is taken for a loss. */
    void end() {
        probing = false;
    }

    /**
     * An acknowledgment came.
     *
     * @param duplicate whether it is a duplicate
     * @param point the number behind all that had been sent at the time-out, or when it last advanced
     */
    Finding acknowledged(AckReport report, boolean duplicate, long point) {
        if (!probing) {
            return Finding.UNKNOWN;
        } else if (report.confirmsOriginal) {
            return Finding.SPURIOUS;
        } else if (sender.next() > point) {
            // New data was answered by a duplicate: the loss was real.
            probing = !report.selects && !duplicate;
        } else if (report.advances && sender.unacknowledged() < point) {
            return Finding.ADVANCED;
        }
        return Finding.UNKNOWN;
    }
}
