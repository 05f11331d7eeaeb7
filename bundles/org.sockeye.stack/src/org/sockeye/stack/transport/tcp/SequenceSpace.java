package org.sockeye.stack.transport.tcp;

/**
 * The sequence numbers of one direction of a connection (RFC 9293, section 3.4): on the wire 32 bits that wrap around,
 * inside a {@code long} that counts from the SYN and never does.
 *
 * @param initial the number of the SYN on the wire: the initial sequence number
 */
record SequenceSpace(int initial) {

    /** The number on the wire. */
    int wrap(long number) {
        return initial + (int) number;
    }

    /**
     * The number that {@code wire} stands for: of all that look like it the one nearest to {@code near}, so that it is
     * right as long as it is less than 2 GiB away.
     */
    long unwrap(int wire, long near) {
        return near + (wire - wrap(near));
    }
}
