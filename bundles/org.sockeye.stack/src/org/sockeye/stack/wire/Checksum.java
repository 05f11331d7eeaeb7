package org.sockeye.stack.wire;

/** The Internet checksum (RFC 1071): the one's complement of the one's complement sum of 16-bit words. */
public final class Checksum {

    private long sum;

    /** Adds bytes; an odd last byte is padded with zero, so only the last call may have an odd length. */
    public Checksum add(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i + 1 < end; i += 2) {
            sum += (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
        }
        if (length % 2 == 1) {
            sum += (bytes[end - 1] & 0xff) << 8;
        }
        return this;
    }

    /** Adds the pseudo-header that TCP and UDP put before their segment (RFC 9293, section 3.1; RFC 768). */
    public Checksum addPseudoHeader(IpAddress source, IpAddress destination, int protocol, int segmentLength) {
        byte[] from = source.toBytes();
        byte[] to = destination.toBytes();
        add(from, 0, from.length).add(to, 0, to.length);
        sum += protocol + (segmentLength >>> 16) + (segmentLength & 0xffff);
        return this;
    }

    /** The checksum to be sent; 0 if what was added contained a right one. */
    public int value() {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) (~folded & 0xffff);
    }
}
