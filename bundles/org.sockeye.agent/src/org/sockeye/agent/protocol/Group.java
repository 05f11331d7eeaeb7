package org.sockeye.agent.protocol;

import java.nio.ByteBuffer;

/**
 * Which group a call is about, always {@link #LENGTH} bytes: three addresses of 16 bytes as in {@link Sockaddr}, and four of
 * index.
 *
 * @param group the group's address
 * @param at an address of the interface that is meant; {@code ::} if it is not named so
 * @param source the only sender to hear, or the one not to hear; {@code ::} for all
 * @param index the index of the interface that is meant; 0 if it is not named so
 */
public record Group(byte[] group, byte[] at, byte[] source, int index) {

    public static final int LENGTH = 3 * Sockaddr.ADDRESS_LENGTH + 4;

    public byte[] encode() {
        return ByteBuffer.allocate(LENGTH).put(group).put(at).put(source).putInt(index).array();
    }

    public static Group decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[][] addresses = new byte[3][Sockaddr.ADDRESS_LENGTH];
        for (byte[] address : addresses) {
            buffer.get(address);
        }
        return new Group(addresses[0], addresses[1], addresses[2], buffer.getInt());
    }
}
