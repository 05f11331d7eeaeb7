package org.sockeye.stack.application;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/**
 * Walks through a DNS message that may be anything at all. It never leaves the message: whoever reads past the end or
 * meets nonsense gets zeros from there on, and {@link #failed()} says so.
 */
final class DnsReader {

    private static final int LONGEST_NAME = 255;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int position;
    private boolean failed;

    DnsReader(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.start = offset;
        this.end = offset + length;
        this.position = offset;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    boolean failed() {
        return failed;
    }

    /** Steps over that many bytes and returns where they start. */
    int take(int length) {
        int taken = position;
        if (length < 0 || length > end - position) {
            failed = true;
        } else {
            position += length;
        }
        return taken;
    }

    /** Fails unless exactly the bytes before {@code position} have been read. */
    void expect(int expected) {
        failed |= position != expected;
    }

    /** An unsigned number of that many bytes, highest first. */
    long number(int length) {
        int at = take(length);
        long number = 0;
        for (int i = 0; i < length && !failed; i++) {
            number = number << 8 | bytes[at + i] & 0xff;
        }
        return number;
    }

    byte[] copy(int length) {
        int at = take(length);
        return failed ? new byte[0] : Arrays.copyOfRange(bytes, at, at + length);
    }

    /** An address of that many bytes: 4 or 16. */
    IpAddress address(int length) {
        int at = take(length);
        if (length == Ipv6Address.LENGTH) {
            return failed ? Ipv6Address.ANY : Ipv6Address.of(bytes, at);
        }
        return failed ? Ipv4Address.ANY : Ipv4Address.of(bytes, at);
    }

    /**
     * A name: labels with their lengths, ended by an empty one or by a pointer to where the rest stands (RFC 1035,
     * section 4.1.4). A pointer may only lead back, so that no name goes round in circles.
     */
    String name() {
        StringBuilder name = new StringBuilder();
        int behind = -1;
        int earliest = position;
        while (!failed && name.length() <= LONGEST_NAME) {
            int length = (int) number(1);
            switch (length >> 6) {
                case 0 -> {
                    if (length == 0) {
                        position = behind < 0 ? position : behind;
                        return name.toString();
                    }
                    int label = take(length);
                    if (!failed) {
                        name.append(name.isEmpty() ? "" : ".");
                        name.append(new String(bytes, label, length, StandardCharsets.ISO_8859_1));
                    }
                }
                case 3 -> {
                    int target = start + ((length & 0x3f) << 8 | (int) number(1));
                    behind = behind < 0 ? position : behind;
                    failed |= target >= earliest;
                    earliest = target;
                    position = failed ? position : target;
                }
                default -> failed = true;
            }
        }
        failed = true;
        return "";
    }
}
