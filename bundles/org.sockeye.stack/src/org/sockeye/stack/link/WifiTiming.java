package org.sockeye.stack.link;

/**
 * How long things take on the air: 802.11g in a network of its own kind (ERP-OFDM with short slots; IEEE 802.11-2020,
 * sections 10.3, 17.4.3 and 18.5.4). All times are in nanoseconds.
 */
final class WifiTiming {

    private static final long MICROSECOND = 1000;

    /** A station can tell within a slot whether another began to send in it. */
    static final long SLOT = 9 * MICROSECOND;
    /** Between a frame and its acknowledgement (short interframe space). */
    static final long SIFS = 10 * MICROSECOND;
    /** How long the air must have been idle before a new frame (distributed interframe space). */
    static final long DIFS = SIFS + 2 * SLOT;

    /** The largest number of slots that a station waits at first, and after many collisions. */
    static final int FIRST_WINDOW = 15;
    static final int LAST_WINDOW = 1023;

    /** A frame that nobody acknowledges is sent again as often as this. */
    static final int RETRIES = 7;

    /** What acknowledgements, and frames for all, are sent with: a rate that every station knows, in bits a second. */
    static final long BASIC_RATE = 24_000_000;

    /** Preamble and the symbol that tells rate and length. */
    private static final long PREAMBLE = 20 * MICROSECOND;
    private static final long SYMBOL = 4 * MICROSECOND;
    /** Silence after each frame in which the receiver computes. */
    private static final long EXTENSION = 6 * MICROSECOND;
    /** Before and behind the frame's bits, for the scrambler and the convolutional code. */
    private static final int SERVICE_AND_TAIL = 16 + 6;

    private WifiTiming() {
    }

    /**
     * How long a frame is on the air.
     *
     * @param bytes of the frame with its FCS
     * @param rate bits a second; 0 for no limit
     */
    static long air(int bytes, long rate) {
        if (rate == 0) {
            return PREAMBLE + EXTENSION;
        }
        long bits = SERVICE_AND_TAIL + 8L * bytes;
        long bitsPerSymbol = Math.max(1, rate * SYMBOL / 1_000_000_000);
        return PREAMBLE + SYMBOL * Math.ceilDiv(bits, bitsPerSymbol) + EXTENSION;
    }

    /** The rate of an answer to a frame that came with {@code rate}: it must not be faster. */
    static long basic(long rate) {
        return rate == 0 ? BASIC_RATE : Math.min(rate, BASIC_RATE);
    }
}
