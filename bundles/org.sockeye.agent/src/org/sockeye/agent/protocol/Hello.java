package org.sockeye.agent.protocol;

import java.nio.ByteBuffer;

/**
 * The first words on every connection.
 *
 * @param role what the connection is for
 * @param process for CONTROL the process's number in the operating system; else the one that the reply to it gave
 * @param number for ACCEPTED the socket's number; for STREAM and DATAGRAM the version of IP, 4 or 6; for CONTROL 1 if a
 *            debugger may stop the process, else 0
 * @param secret the run's, which proves that it may
 */
public record Hello(Role role, long process, int number, String secret) {

    public byte[] encode() {
        byte[] text = Texts.bytes(secret);
        ByteBuffer buffer = ByteBuffer.allocate(4 + 1 + 8 + 4 + text.length);
        buffer.putInt(buffer.capacity() - 4).put((byte) role.ordinal()).putLong(process).putInt(number).put(text);
        return buffer.array();
    }

    /** Reads what follows the length. */
    public static Hello decode(ByteBuffer body) {
        return new Hello(Role.values()[body.get()], body.getLong(), body.getInt(), Texts.rest(body));
    }
}
