package org.sockeye.stack.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The Internet checksum (RFC 1071): the one's complement of the one's complement sum of 16-bit words. */
public final class Checksum {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private long sum;

    /**
     * Adds bytes; an odd last byte is padded with zero, so only the last call may have an odd length.
     *
     * <p>Four words are added at a time: the carries out of the low 16 bits wait above them, and are folded back once,
     * in {@link #value()} (RFC 1071, section 2, "deferred carries").
     */
    public Checksum add(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int i = offset;
        long fours = 0;
        for (; i + 7 < end; i += 8) {
            long four = (long) LONG.get(bytes, i);
            fours += (four >>> 32) + (four & 0xffff_ffffL);
        }
        sum += fours;
        for (; i + 1 < end; i += 2) {
            sum += (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
        }
        if (i < end) {
            sum += (bytes[i] & 0xff) << 8;
        }
        return this;
    }

    /** Adds the pseudo-header that TCP and UDP put before their segment (RFC 9293, section 3.1; RFC 8200, section 8.1). */
    public Checksum addPseudoHeader(IpAddress source, IpAddress destination, int protocol, int segmentLength) {
        add(source);
        add(destination);
        sum += protocol + (segmentLength >>> 16) + (segmentLength & 0xffff);
        return this;
    }

    private void add(IpAddress address) {
        switch (address) {
            case Ipv4Address four -> sum += four.bits() & 0xffff_ffffL;
            case Ipv6Address six -> sum += (six.high() >>> 32) + (six.high() & 0xffff_ffffL) + (six.low() >>> 32)
                    + (six.low() & 0xffff_ffffL);
        }
    }

    /** The checksum to be sent; 0 if what was added contained a right one. */
    public int value() {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) (~folded & 0xffff);
    }

    /**
     * A checksum after one of the words that it covers has changed (RFC 1624, equation 3): wrong after, if wrong before.
     *
     * @param before the word as it was, 0 to 0xffff
     * @param after the word as it is now
     */
    public static int update(int checksum, int before, int after) {
        int sum = (~checksum & 0xffff) + (~before & 0xffff) + after;
        sum = (sum & 0xffff) + (sum >>> 16);
        return ~((sum & 0xffff) + (sum >>> 16)) & 0xffff;
    }

    /** What is wrong with a checksum, in the words that every header uses for it. */
    static String problem(int found, int right) {
        return String.format("bad checksum 0x%04x, should be 0x%04x", found, right);
    }
}
