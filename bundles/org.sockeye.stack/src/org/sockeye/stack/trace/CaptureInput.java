package org.sockeye.stack.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes of a capture file from front to back, with the place for error messages. */
final class CaptureInput {

    /** More than any block of a real capture has; what declares more is corrupt. */
    private static final int LARGEST = 1 << 26;

    private final String file;
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    /** Where in the file the buffer begins. */
    private long base;
    private int next;
    private int filled;
    private long start;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    CaptureInput(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    void order(ByteOrder now) {
        order = now;
    }

    ByteOrder order() {
        return order;
    }

    /** What is read next is one thing: errors name its start. */
    void mark() {
        start = base + next;
    }

    /** Where in the file {@link #mark} was called last. */
    long marked() {
        return start;
    }

    /**
     * Goes on at another place of the file.
     *
     * @return false if that is not in the buffer: then the stream below must be moved there
     */
    boolean moveTo(long position) {
        boolean near = position >= base && position <= base + filled;
        if (!near) {
            base = position;
            filled = 0;
        }
        next = (int) (position - base);
        return near;
    }

    /** Reads {@code length} bytes, or none at the end of the file; they are to be used before more is read. */
    ByteBuffer readOrEnd(int length) throws IOException {
        int available = fill(length);
        if (available != 0 && available < length) {
            throw cutOff();
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, next, available).slice().order(order);
        next += available;
        return bytes;
    }

    /** Fetches until {@code length} bytes are there or the file ends; a false length costs no memory. */
    private int fill(int length) throws IOException {
        while (filled - next < length) {
            if (next > 0) {
                System.arraycopy(buffer, next, buffer, 0, filled - next);
                base += next;
                filled -= next;
                next = 0;
            } else if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return filled - next;
            }
            filled += read;
        }
        return length;
    }

    /**
     * Reads {@code length} bytes; they are to be used before more is read.
     *
     * @param length unsigned, as it stands in the file
     */
    ByteBuffer read(int length, String what) throws IOException {
        if (length < 0 || length > LARGEST) {
            throw error("a " + what + " of " + Integer.toUnsignedString(length)
                    + " bytes cannot be; the file is corrupt from here on: capture again");
        }
        ByteBuffer bytes = readOrEnd(length);
        if (bytes.capacity() < length) {
            throw cutOff();
        }
        return bytes;
    }

    private CaptureException cutOff() {
        return error("the file ends in the middle of what starts here; it was cut off: copy it again or capture again");
    }

    CaptureException error(String what) {
        return new CaptureException(file, start, what);
    }
}
