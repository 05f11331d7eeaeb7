package org.sockeye.stack.wire;

import java.util.Arrays;

/**
 * The options of an IPv4 header (RFC 791, section 3.1), which are carried and never acted upon: hosts and routers may
 * ignore what they do not know.
 */
public final class Ipv4Options {

    /** No options: the header has 20 bytes. */
    public static final Ipv4Options NONE = new Ipv4Options(new byte[0]);

    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int COPIED = 0x80;

    private final byte[] bytes;

    private Ipv4Options(byte[] padded) {
        bytes = padded;
    }

    /** The options in {@code length} bytes, padded to whole words of 4 bytes; at most 40. */
    public static Ipv4Options of(byte[] from, int offset, int length) {
        if (length < 0 || length > 40) {
            throw new IllegalArgumentException(length + " bytes of options do not fit a header; it has room for 40");
        }
        return length == 0 ? NONE : new Ipv4Options(Arrays.copyOf(Arrays.copyOfRange(from, offset, offset + length),
                (length + 3) / 4 * 4));
    }

    /** Bytes, padding included. */
    public int length() {
        return bytes.length;
    }

    void write(byte[] into, int offset) {
        System.arraycopy(bytes, 0, into, offset, bytes.length);
    }

    /** Those of them that stand in every fragment, not only in the first (RFC 791, section 3.1, "copied flag"). */
    Ipv4Options copied() {
        byte[] kept = new byte[bytes.length];
        int length = 0;
        int at = 0;
        while (at < bytes.length && bytes[at] != END) {
            int size = bytes[at] == NO_OPERATION ? 1 : at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0;
            if (size == 0 || at + size > bytes.length) {
                break;
            }
            if ((bytes[at] & COPIED) != 0) {
                System.arraycopy(bytes, at, kept, length, size);
                length += size;
            }
            at += size;
        }
        return of(kept, 0, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ipv4Options options && Arrays.equals(bytes, options.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
