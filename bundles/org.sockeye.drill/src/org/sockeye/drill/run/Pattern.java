package org.sockeye.drill.run;

/** What stands in the payloads: a byte that its place in the stream decides, so that a misplaced one is noticed. */
final class Pattern {

    private Pattern() {
    }

    /** The byte at that place in the stream. */
    static byte at(long number) {
        long place = number & 0xffffffffL;
        return (byte) (place * 31 + (place >> 8) * 7 + (place >> 16));
    }

    /** {@code length} bytes from that place on. */
    static byte[] bytes(long place, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = at(place + i);
        }
        return bytes;
    }

    /** How many of the first {@code length} bytes are right for a stream from {@code place} on. */
    static int matching(byte[] bytes, int offset, int length, long place) {
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] != at(place + i)) {
                return i;
            }
        }
        return length;
    }
}
