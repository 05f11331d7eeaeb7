package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An option of a TCP header (RFC 9293, section 3.1): a kind, and for all but two kinds a length and data.
 *
 * <pre>
 *  +--------+--------+---------- - -
 *  |  kind  | length | data
 *  +--------+--------+---------- - -
 * </pre>
 */
public sealed interface TcpOption {

    /** Separates options, so that the next one starts at a whole word. */
    record NoOperation() implements TcpOption {
    }

    /** The largest payload that the sender of this SYN is willing to receive (RFC 9293, section 3.7.1). */
    record MaximumSegmentSize(int bytes) implements TcpOption {
    }

    /** Later windows count in units of 2 to the power of {@code shift} bytes (RFC 7323, section 2). */
    record WindowScale(int shift) implements TcpOption {
    }

    /** The sender of this SYN understands selective acknowledgments (RFC 2018, section 2). */
    record SackPermitted() implements TcpOption {
    }

    /** What has arrived beyond the acknowledgment number (RFC 2018, section 3). */
    record Sack(List<Block> blocks) implements TcpOption {

        public Sack {
            blocks = List.copyOf(blocks);
        }

        /**
         * Consecutive bytes that have arrived.
         *
         * @param left the first one's sequence number
         * @param right the sequence number behind the last one
         */
        public record Block(int left, int right) {
        }
    }

    /** The sender's clock, and the peer's as last seen (RFC 7323, section 3). */
    record Timestamps(int value, int echo) implements TcpOption {
    }

    /** An option that this stack has no use for. */
    record Unknown(int kind, byte[] data) implements TcpOption {
    }

    /** The kind's number (RFC 9293, section 3.1, and the IANA registry of TCP option kinds). */
    default int kind() {
        return switch (this) {
            case NoOperation nothing -> 1;
            case MaximumSegmentSize size -> 2;
            case WindowScale scale -> 3;
            case SackPermitted permitted -> 4;
            case Sack sack -> 5;
            case Timestamps timestamps -> 8;
            case Unknown unknown -> unknown.kind;
        };
    }

    /** Bytes on the wire, kind and length included. */
    default int length() {
        return switch (this) {
            case NoOperation nothing -> 1;
            case MaximumSegmentSize size -> 4;
            case WindowScale scale -> 3;
            case SackPermitted permitted -> 2;
            case Sack sack -> 2 + 8 * sack.blocks.size();
            case Timestamps timestamps -> 10;
            case Unknown unknown -> 2 + unknown.data.length;
        };
    }

    /** Writes the option and returns the offset behind it. */
    default int write(byte[] bytes, int offset) {
        bytes[offset] = (byte) kind();
        if (!(this instanceof NoOperation)) {
            bytes[offset + 1] = (byte) length();
        }
        int data = offset + 2;
        switch (this) {
            case NoOperation nothing -> {
            }
            case MaximumSegmentSize size -> {
                bytes[data] = (byte) (size.bytes >> 8);
                bytes[data + 1] = (byte) size.bytes;
            }
            case WindowScale scale -> bytes[data] = (byte) scale.shift;
            case SackPermitted permitted -> {
            }
            case Sack sack -> {
                for (Sack.Block block : sack.blocks) {
                    data = writeInt(bytes, writeInt(bytes, data, block.left), block.right);
                }
            }
            case Timestamps timestamps -> writeInt(bytes, writeInt(bytes, data, timestamps.value), timestamps.echo);
            case Unknown unknown -> System.arraycopy(unknown.data, 0, bytes, data, unknown.data.length);
        }
        return offset + length();
    }

    /** The options in {@code bytes[offset..end)}, up to the end of the list or to one that is cut short. */
    static List<TcpOption> parse(byte[] bytes, int offset, int end) {
        if (offset == end) {
            return List.of();
        }
        List<TcpOption> options = new ArrayList<>();
        int at = offset;
        while (at < end && bytes[at] != 0) {
            int length = lengthAt(bytes, at, end);
            if (length == 0) {
                break;
            }
            options.add(read(bytes, at, length));
            at += length;
        }
        return options;
    }

    /** The length of the option at {@code at}, or 0 if it is cut short. */
    static int lengthAt(byte[] bytes, int at, int end) {
        if (bytes[at] == 1) {
            return 1;
        }
        int length = at + 1 < end ? bytes[at + 1] & 0xff : 0;
        return length >= 2 && at + length <= end ? length : 0;
    }

    private static TcpOption read(byte[] bytes, int at, int length) {
        int kind = bytes[at] & 0xff;
        int data = at + 2;
        if (kind == 1) {
            return new NoOperation();
        } else if (kind == 2 && length == 4) {
            return new MaximumSegmentSize((bytes[data] & 0xff) << 8 | bytes[data + 1] & 0xff);
        } else if (kind == 3 && length == 3) {
            return new WindowScale(bytes[data] & 0xff);
        } else if (kind == 4 && length == 2) {
            return new SackPermitted();
        } else if (kind == 5 && length % 8 == 2) {
            List<Sack.Block> blocks = new ArrayList<>();
            for (int i = data; i < at + length; i += 8) {
                blocks.add(new Sack.Block(readInt(bytes, i), readInt(bytes, i + 4)));
            }
            return new Sack(blocks);
        } else if (kind == 8 && length == 10) {
            return new Timestamps(readInt(bytes, data), readInt(bytes, data + 4));
        }
        return new Unknown(kind, Arrays.copyOfRange(bytes, data, at + length));
    }

    private static int readInt(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }

    private static int writeInt(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
        return at + 4;
    }
}
