package org.sockeye.stack.trace;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a capture file says about an interface.
 *
 * @param linkType 1 for Ethernet
 * @param name empty if unknown
 * @param link the point of view that it belongs to
 * @param resolution the time stamps' unit, as in the option {@code if_tsresol}: a power of ten, or of two with bit 7 set
 * @param offset seconds to be added to the time stamps
 * @param fcsLength 4, 0 or {@link CapturedFrame#UNKNOWN_FCS}
 * @param snapLength how many bytes of a frame are captured at most; 0 for any
 */
record CapturedInterface(int linkType, String name, String link, int resolution, long offset, int fcsLength,
        int snapLength) {

    /** Nearly all files have one of these two units. */
    private static final int NANOSECONDS = 9;
    private static final int MICROSECONDS = 6;

    /**
     * The point of view: for interfaces of ours the link, by the description; all others are taken for one wire, as
     * Wireshark does, as nothing is known about where they are.
     */
    static String link(@Nullable String description) {
        String[] ends = description == null ? new String[0] : description.split(Pcapng.TOWARDS, -1);
        return ends.length == 2 ? CapturedFrame.link(ends[0], ends[1]) : CapturedFrame.ONE_WIRE;
    }

    /** The length of a frame check sequence as a file gives it: anything but Ethernet's is none that we know. */
    static int fcsLength(int declared) {
        return declared == CapturedFrame.FCS_LENGTH ? declared : 0;
    }

    /** A time stamp in nanoseconds; the largest or smallest there is, if it does not fit. */
    long nanoseconds(long stamp) {
        if (resolution == NANOSECONDS && offset == 0 && stamp >= 0) {
            return stamp;
        } else if (resolution == MICROSECONDS && offset == 0 && stamp >= 0 && stamp <= Long.MAX_VALUE / 1_000) {
            return stamp * 1_000;
        }
        BigInteger units = new BigInteger(Long.toUnsignedString(stamp));
        BigInteger second = BigInteger.valueOf(1_000_000_000);
        int power = resolution & 0x7f;
        BigInteger unitsPerSecond = (resolution & 0x80) == 0 ? BigInteger.TEN.pow(power) : BigInteger.TWO.pow(power);
        BigInteger time = units.multiply(second).divide(unitsPerSecond)
                .add(BigInteger.valueOf(offset).multiply(second));
        return time.bitLength() < 64 ? time.longValue() : time.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
