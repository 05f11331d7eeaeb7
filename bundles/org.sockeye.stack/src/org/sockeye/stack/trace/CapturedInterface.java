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
 * @param fcsLength 4 or 0
 */
record CapturedInterface(int linkType, String name, String link, int resolution, long offset, int fcsLength) {

    /** Nearly all files have one of these two units. */
    private static final int NANOSECONDS = 9;
    private static final int MICROSECONDS = 6;

    /**
     * The point of view: for interfaces of ours the link, by the description; for all others the interface itself, as
     * nothing is known about what is at the other end.
     */
    static String link(int id, @Nullable String description) {
        String[] ends = description == null ? new String[0] : description.split(Pcapng.TOWARDS, -1);
        return ends.length == 2 ? CapturedFrame.link(ends[0], ends[1]) : "interface " + id;
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
