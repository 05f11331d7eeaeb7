package org.sockeye.stack.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A block of a pcapng file while it is written, least significant byte first.
 *
 * <pre>
 *  +--------+--------+------ - - -+--------+
 *  |  type  | length | body       | length |
 *  +--------+--------+------ - - -+--------+
 * </pre>
 */
final class PcapngBlock {

    private byte[] bytes = new byte[256];
    private int size;

    PcapngBlock(int type) {
        putInt(type).putInt(0);
    }

    PcapngBlock putShort(int value) {
        return put(value, 2);
    }

    PcapngBlock putInt(int value) {
        return put(value, 4);
    }

    PcapngBlock putLong(long value) {
        return put(value, 8);
    }

    private PcapngBlock put(long value, int count) {
        need(count);
        for (int i = 0; i < count; i++) {
            bytes[size++] = (byte) (value >> 8 * i);
        }
        return this;
    }

    /** Bytes, and zeros up to a whole word. */
    PcapngBlock putPadded(byte[] value) {
        int padded = Pcapng.padded(value.length);
        need(padded);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += padded;
        return this;
    }

    PcapngBlock option(int code, String text) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        return option(code, value.length <= 0xffff ? value : Arrays.copyOf(value, 0xffff));
    }

    PcapngBlock option(int code, byte[] value) {
        return putShort(code).putShort(value.length).putPadded(value);
    }

    /** The block as it stands in the file. */
    byte[] end() {
        putShort(Pcapng.OPTION_END).putShort(0);
        int length = size + 4;
        putInt(length);
        size = 4;
        putInt(length);
        return Arrays.copyOf(bytes, length);
    }

    private void need(int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
        }
    }
}
