package org.sockeye.agent.protocol;

import java.nio.ByteBuffer;

/**
 * A program's request, like a system call.
 *
 * @param operation what it wants
 * @param socket the number of the socket that it is about; 0 if none
 * @param number a number, as the operation says
 * @param origin who sends, for operations that send: thread, class, file and line with NULs between; else empty
 * @param bytes as the operation says
 */
public record Call(Operation operation, int socket, int number, String origin, byte[] bytes) {

    /** More data than this in one call are taken in part; a datagram fits. */
    public static final int LARGEST = 128 * 1024;

    public byte[] encode() {
        byte[] text = Texts.bytes(origin);
        ByteBuffer buffer = ByteBuffer.allocate(4 + 1 + 4 + 4 + 2 + text.length + bytes.length);
        buffer.putInt(buffer.capacity() - 4).put((byte) operation.ordinal()).putInt(socket).putInt(number)
                .putShort((short) text.length).put(text).put(bytes);
        return buffer.array();
    }

    /** Reads what follows the length. */
    public static Call decode(ByteBuffer body) {
        Operation operation = Operation.values()[body.get()];
        int socket = body.getInt();
        int number = body.getInt();
        byte[] text = new byte[body.getShort() & 0xffff];
        body.get(text);
        return new Call(operation, socket, number, Texts.text(text), Texts.restBytes(body));
    }
}
