package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.transport.tcp.congestion.CongestionControl;

/**
 * How losses are noticed and mended without selective acknowledgments: fast retransmit and recovery (RFC 5681, section
 * 3.2; RFC 6582), and after a time-out everything again from the oldest segment on.
 */
final class Recovery {

    private static final int DUPLICATES = 3;

    private enum Phase {
        /** Nothing is known to be lost. */
        OPEN,
        /** Duplicate acknowledgments told of a loss. */
        FAST,
        /** Acknowledgments stayed out. */
        TIMED_OUT
    }

    private final Flight flight;
    private final CongestionControl congestion;
    private Phase phase = Phase.OPEN;
    private long point;
    private int duplicates;

    Recovery(Flight flight, CongestionControl congestion) {
        this.flight = flight;
        this.congestion = congestion;
    }

    /** Segments in the network: each duplicate acknowledgment says that one more has left it. */
    int inFlight() {
        return Math.max(0, flight.underWay() - duplicates);
    }

    /**
     * The peer acknowledged {@code una} once more, while more is under way.
     *
     * @param next the sequence number that would be sent next
     * @return true if that makes it time to send the oldest segment again
     */
    boolean duplicate(long una, long next) {
        if (phase == Phase.TIMED_OUT) {
            return false;
        }
        duplicates = Math.min(duplicates + 1, flight.size() - 1);
        if (phase == Phase.FAST || duplicates < DUPLICATES || una <= point) {
            return false;
        }
        congestion.lost(flight.size());
        flight.markOldestLost();
        phase = Phase.FAST;
        point = next;
        return true;
    }

    /**
     * The peer acknowledged {@code segments} more, now up to {@code una}.
     *
     * @param before how many segments were under way before
     * @return true if that makes it time to send the oldest segment again
     */
    boolean advanced(long una, int segments, int before) {
        if (phase == Phase.OPEN) {
            duplicates = 0;
            congestion.acknowledged(segments, before);
        } else if (una >= point) {
            if (phase == Phase.FAST) {
                congestion.recovered();
            } else {
                congestion.acknowledged(segments, before);
            }
            phase = Phase.OPEN;
            duplicates = 0;
        } else if (phase == Phase.FAST) {
            // A partial acknowledgment: the next segment was lost, too (RFC 6582, section 3.2, step 3).
            duplicates = Math.max(0, duplicates - (segments - 1));
            flight.markOldestLost();
            return true;
        } else {
            congestion.acknowledged(segments, before);
        }
        return false;
    }

    /** No acknowledgment came in time. */
    void timedOut(long next) {
        congestion.timedOut(flight.size(), phase == Phase.TIMED_OUT);
        phase = Phase.TIMED_OUT;
        point = next;
        duplicates = 0;
        flight.markAllLost();
    }
}
