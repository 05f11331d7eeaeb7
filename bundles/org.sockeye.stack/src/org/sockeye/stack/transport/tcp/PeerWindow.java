package org.sockeye.stack.transport.tcp;

/** How much more the peer is ready to receive (RFC 9293, section 3.8.6). */
final class PeerWindow {

    private int scale;
    private long size;
    private long largest;
    private long sequence;

    /** The peer's window in a SYN, which is never scaled, and the scale of the later ones (RFC 7323, section 2.2). */
    void open(int initial, int laterScale) {
        size = initial;
        largest = initial;
        scale = laterScale;
    }

    /** In bytes, from the oldest byte not acknowledged on. */
    long size() {
        return size;
    }

    /** The largest that the peer has offered: a measure of its buffer. */
    long largest() {
        return largest;
    }

    /**
     * Takes over what a segment says, unless it was overtaken by a later one.
     *
     * @param advances whether the segment acknowledges something new
     * @return true if it is taken over, be it that the window is the same
     */
    boolean update(Segment segment, boolean advances) {
        long offered = (long) segment.header().window() << scale;
        boolean later = advances || segment.sequence() > sequence
                || segment.sequence() == sequence && (offered > size || offered == 0);
        if (!later) {
            return false;
        }
        sequence = segment.sequence();
        size = offered;
        largest = Math.max(largest, offered);
        return true;
    }
}
