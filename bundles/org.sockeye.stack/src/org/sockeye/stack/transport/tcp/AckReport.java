package org.sockeye.stack.transport.tcp;

/** What one acknowledgment told, gathered while it is worked on. One a connection, used again for each. */
final class AckReport {

    /** No time. */
    static final long NEVER = -1;

    /** It acknowledges more than the one before. */
    boolean advances;
    /** It came with payload. */
    boolean hasPayload;
    /** It set the window. */
    boolean setsWindow;
    /** A whole segment is acknowledged. */
    boolean acknowledges;
    /** Something arrived beyond a gap. */
    boolean selects;
    /** It tells of something that arrived twice (RFC 2883). */
    boolean duplicates;
    /** That is the tail loss probe. */
    boolean duplicatesProbe;
    /** Something arrived that had been sent once, before the last loss was seen. */
    boolean confirmsOriginal;
    /** Something that had been sent again is acknowledged. */
    boolean acknowledgesAgain;
    /** A router told of congestion (RFC 3168). */
    boolean congestion;
    /** What the peer had beyond the gap, it has no more. */
    boolean reneges;
    /** What had been sent again is lost again. */
    boolean losesAgain;
    /** The retransmission timer is to be set anew. */
    boolean setsTimer;
    /** Segments acknowledged in order. */
    int segments;
    /** When the first and the last segment that were sent once and are acknowledged now were sent. */
    long firstAcknowledged;
    long lastAcknowledged;
    /** The same for what arrived beyond a gap. */
    long firstSelected;
    long lastSelected;
    /** The lowest number that arrived late, after higher ones. */
    long reordered;
    /** How many segments had been delivered when the last of those that are delivered now was sent. */
    long deliveredBefore;
    /** The shortest of the round trips it measures; {@link #NEVER} if none. */
    long roundTrip;

    /** A new acknowledgment; {@code next} is the number to be sent next. */
    void begin(long next) {
        advances = false;
        hasPayload = false;
        setsWindow = false;
        acknowledges = false;
        selects = false;
        duplicates = false;
        duplicatesProbe = false;
        confirmsOriginal = false;
        acknowledgesAgain = false;
        congestion = false;
        reneges = false;
        losesAgain = false;
        setsTimer = false;
        segments = 0;
        firstAcknowledged = NEVER;
        lastAcknowledged = NEVER;
        firstSelected = NEVER;
        lastSelected = NEVER;
        reordered = next;
        deliveredBefore = 0;
        roundTrip = NEVER;
    }

    /** It may be a duplicate acknowledgment: it brings nothing else. */
    boolean isEmpty() {
        return !hasPayload && !setsWindow && !acknowledges;
    }

    /** A duplicate acknowledgment that tells that one more segment has left the network. */
    boolean isDuplicate() {
        return isEmpty() && !advances && !duplicates;
    }

    /** Nothing about it calls for a closer look, if nothing is lost. */
    boolean isPlain() {
        return !isEmpty() && !selects && !duplicates && !congestion;
    }
}
