package org.sockeye.stack.trace;

/**
 * The part of a message that a packet carries.
 *
 * @param message the message
 * @param messageOffset the first byte of the message that is carried
 * @param length how many bytes are
 * @param offset where they stand in the packet's bytes
 */
public record MessageSlice(Message message, int messageOffset, int length, int offset) {

    /** The same slice behind {@code bytes} more bytes of header. */
    public MessageSlice behind(int bytes) {
        return new MessageSlice(message, messageOffset, length, offset + bytes);
    }
}
