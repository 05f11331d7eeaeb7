package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.time.EventQueue;

/** How many challenges a host still sends within a second, so that nobody can make it flood others (RFC 5961, section 7). */
final class ChallengeQuota {

    private static final long SECOND = 1_000_000_000L;

    private final EventQueue events;
    private final long limit;
    private long second = -1;
    private long left;

    ChallengeQuota(EventQueue events, long limit) {
        this.events = events;
        this.limit = limit;
    }

    /** Takes one; false if none is left. */
    boolean take() {
        long now = events.now() / SECOND;
        if (now != second) {
            second = now;
            left = limit;
        }
        return left-- > 0;
    }
}
