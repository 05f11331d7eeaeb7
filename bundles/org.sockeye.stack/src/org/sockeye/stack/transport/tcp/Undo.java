package org.sockeye.stack.transport.tcp;

/**
 * Finds out that what was sent again had not been lost: because all of it is reported to have arrived twice (RFC 2883), or
 * because an acknowledgment echoes a time before it was sent again (the Eifel detection of RFC 3522).
 */
final class Undo {

    /** Nothing to be undone. */
    private static final long NONE = -1;
    /** Nothing has been sent again yet. */
    private static final int NOTHING = -1;

    private long marker = NONE;
    private int unconfirmed;
    private boolean stamped;
    private int stamp;
    private int threshold;

    /** The window is about to be reduced. */
    void begin(long unacknowledged, int underWayAgain) {
        marker = unacknowledged;
        unconfirmed = underWayAgain > 0 ? underWayAgain : NOTHING;
    }

    /** The slow start threshold as it was before; 0 if it is not to be restored. */
    void threshold(int before) {
        threshold = before;
    }

    int threshold() {
        return threshold;
    }

    /** The reduction stays, whatever comes. */
    void end() {
        marker = NONE;
    }

    boolean isPossible() {
        return marker != NONE;
    }

    /** A segment was sent again when the clock showed {@code value}. */
    void sentAgain(int value) {
        if (!stamped) {
            stamped = true;
            stamp = value;
        }
        unconfirmed = Math.max(0, unconfirmed) + 1;
    }

    /** The next segment sent again is the first of its episode. */
    void forgetStamp() {
        stamped = false;
    }

    /** So many segments that end at {@code end} arrived twice. */
    void arrivedTwice(int segments, long end) {
        if (marker != NONE && unconfirmed > 0 && end > marker) {
            unconfirmed = Math.max(0, unconfirmed - segments);
        }
    }

    /** All that was sent again arrived twice. */
    boolean isConfirmed() {
        return marker != NONE && unconfirmed == 0;
    }

    /** True if {@code echo} is of a time before anything was sent again. */
    boolean isEarlier(int echo) {
        return stamped && echo - stamp < 0;
    }

    /** Something has been sent again in this episode. */
    boolean isStamped() {
        return stamped;
    }

    long marker() {
        return marker;
    }
}
