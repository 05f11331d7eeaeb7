package org.sockeye.stack.trace;

import java.util.List;

/**
 * Bytes on their way down or up the stack, and where they came from. Immutable once handed on: nobody changes
 * {@code bytes}.
 *
 * @param bytes a layer's unit of data: segment, datagram or frame
 * @param messages the message bytes in it, in order of offset
 */
public record Content(byte[] bytes, List<MessageSlice> messages) {

    public Content {
        messages = List.copyOf(messages);
    }

    /** Bytes that no program sent. */
    public static Content of(byte[] bytes) {
        return new Content(bytes, List.of());
    }

    /** The content wrapped in a header. */
    public Content behind(byte[] header) {
        byte[] whole = new byte[header.length + bytes.length];
        System.arraycopy(header, 0, whole, 0, header.length);
        System.arraycopy(bytes, 0, whole, header.length, bytes.length);
        return new Content(whole, messages.stream().map(slice -> slice.behind(header.length)).toList());
    }

    /** {@code length} of the bytes from {@code offset} on, as when a header is taken off. */
    public Content part(int offset, int length) {
        byte[] part = java.util.Arrays.copyOfRange(bytes, offset, offset + length);
        return new Content(part, messages.stream()
                .filter(slice -> slice.offset() >= offset && slice.offset() + slice.length() <= offset + length)
                .map(slice -> slice.behind(-offset)).toList());
    }
}
