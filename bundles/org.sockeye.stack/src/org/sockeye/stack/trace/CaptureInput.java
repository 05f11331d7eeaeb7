package org.sockeye.stack.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a capture file from front to back, with the place for error messages. */
final class CaptureInput {

    /** More than any block of a real capture has; what declares more is corrupt. */
    private static final int LARGEST = 1 << 26;

    private final String file;
    private final InputStream in;
    private long position;
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
        start = position;
    }

    /** Reads {@code length} bytes, or none at the end of the file. */
    ByteBuffer readOrEnd(int length) throws IOException {
        // InputStream.readNBytes grows its buffer with what really comes, so that a false length costs no memory.
        byte[] bytes = in.readNBytes(length);
        position += bytes.length;
        if (bytes.length != 0 && bytes.length < length) {
            throw cutOff();
        }
        return ByteBuffer.wrap(bytes).order(order);
    }

    /**
     * Reads {@code length} bytes.
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
