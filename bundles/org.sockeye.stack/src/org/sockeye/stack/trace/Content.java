package org.sockeye.stack.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way down or up the stack, and where they came from. Immutable once handed on: nobody changes
 * {@code bytes}.
 *
 * @param bytes a layer's unit of data: segment, datagram or frame
 * @param messages the message bytes in it, in order of offset
 * @param frame the number of the frame that it arrived in last, so that its next hop is known to be the same packet's
 *            and a note can name it; 0 if it has not been on a link yet
 */
public record Content(byte[] bytes, List<MessageSlice> messages, int frame) {

    public Content {
        messages = List.copyOf(messages);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content content && frame == content.frame && messages.equals(content.messages)
                && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + frame;
    }

    /** Content that has not been on a link yet. */
    public Content(byte[] bytes, List<MessageSlice> messages) {
        this(bytes, messages, 0);
    }

    /** Bytes that no program sent. */
    public static Content of(byte[] bytes) {
        return new Content(bytes, List.of());
    }

    /** The content wrapped in a header. */
    public Content behind(byte[] header) {
        byte[] whole = Arrays.copyOf(header, header.length + bytes.length);
        System.arraycopy(bytes, 0, whole, header.length, bytes.length);
        return wrapped(whole, header.length);
    }

    /** The content as it stands in {@code whole}, {@code header} bytes from its start. */
    public Content wrapped(byte[] whole, int header) {
        return new Content(whole, moved(messages, header), frame);
    }

    /** The same content with other bytes of the same length in it, as when a TTL is taken down or a bit flips. */
    public Content changed(byte[] other) {
        return new Content(other, messages, frame);
    }

    /** The same content as it arrives in the frame of that number. */
    public Content arrivedIn(int number) {
        return new Content(bytes, messages, number);
    }

    /** {@code length} of the bytes from {@code offset} on, as when a header is taken off or a datagram is cut. */
    public Content part(int offset, int length) {
        byte[] part = Arrays.copyOfRange(bytes, offset, offset + length);
        return new Content(part, within(messages, offset, length), frame);
    }

    private static List<MessageSlice> moved(List<MessageSlice> slices, int by) {
        if (slices.size() < 2) {
            return slices.isEmpty() ? slices : List.of(slices.get(0).behind(by));
        }
        List<MessageSlice> moved = new ArrayList<>(slices.size());
        for (MessageSlice slice : slices) {
            moved.add(slice.behind(by));
        }
        return moved;
    }

    private static List<MessageSlice> within(List<MessageSlice> slices, int offset, int length) {
        if (slices.isEmpty()) {
            return slices;
        }
        List<MessageSlice> within = new ArrayList<>(slices.size());
        for (MessageSlice slice : slices) {
            int from = Math.max(slice.offset(), offset);
            int to = Math.min(slice.offset() + slice.length(), offset + length);
            if (from < to || slice.length() == 0 && from <= to) {
                within.add(new MessageSlice(slice.message(), slice.messageOffset() + from - slice.offset(), to - from,
                        from - offset));
            }
        }
        return within;
    }
}
