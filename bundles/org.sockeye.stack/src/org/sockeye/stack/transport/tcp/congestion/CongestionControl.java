package org.sockeye.stack.transport.tcp.congestion;

/** Decides how many segments of one connection may be in the network at a time. Everything counts in segments. */
public interface CongestionControl {

    /** RFC 6928: what may be sent before the first acknowledgment. */
    int INITIAL_WINDOW = 10;

    /** The congestion window: at least 1. */
    int window();

    /** The window from which on it grows slowly (RFC 5681's ssthresh). */
    int slowStartThreshold();

    /**
     * Segments arrived, and no loss is being mended.
     *
     * @param segments how many
     * @param inFlight how many were under way before
     */
    void acknowledged(int segments, int inFlight);

    /**
     * Duplicate acknowledgments told of a loss.
     *
     * @param inFlight how many segments are under way
     */
    void lost(int inFlight);

    /** What {@link #lost} was about has been mended. */
    void recovered();

    /**
     * No acknowledgment came in time.
     *
     * @param inFlight how many segments were under way
     * @param again true if that which was sent again has timed out again
     */
    void timedOut(int inFlight, boolean again);

    /** Nothing was sent for a retransmission time-out, so what was known of the path is stale (RFC 5681, section 4.1). */
    void idle();
}
