package org.sockeye.agent.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An address and a port as messages have them, always {@link #LENGTH} bytes: 16 of address, one of IPv4 mapped into IPv6
 * (RFC 4291, section 2.5.5.2); four of scope; two of port; all in network byte order.
 *
 * @param address 16 bytes
 * @param scope the index of the interface that a link-local address is meant at (RFC 4007, section 6); 0 if none is named
 * @param port 0 to 65535
 */
public record Sockaddr(byte[] address, int scope, int port) {

    public static final int ADDRESS_LENGTH = 16;
    public static final int LENGTH = ADDRESS_LENGTH + 4 + 2;

    /** {@code ::}, port 0: nobody. */
    public static final Sockaddr NONE = new Sockaddr(new byte[ADDRESS_LENGTH], 0, 0);

    private static final int MAPPED = 10;

    /** Reads the first {@link #LENGTH} bytes from {@code offset} on. */
    public static Sockaddr decode(byte[] bytes, int offset) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, LENGTH);
        byte[] address = new byte[ADDRESS_LENGTH];
        buffer.get(address);
        return new Sockaddr(address, buffer.getInt(), buffer.getShort() & 0xffff);
    }

    public byte[] encode() {
        return before(new byte[0]);
    }

    /** The encoded form with {@code payload} behind it. */
    public byte[] before(byte[] payload) {
        return ByteBuffer.allocate(LENGTH + payload.length).put(address).putInt(scope).putShort((short) port)
                .put(payload).array();
    }

    /** An address of four or 16 bytes in 16. */
    public static byte[] wide(byte[] address) {
        if (address.length == ADDRESS_LENGTH) {
            return address;
        }
        byte[] mapped = new byte[ADDRESS_LENGTH];
        mapped[MAPPED] = -1;
        mapped[MAPPED + 1] = -1;
        System.arraycopy(address, 0, mapped, MAPPED + 2, 4);
        return mapped;
    }

    /** An address of 16 bytes in four, if it is a mapped one. */
    public static byte[] plain(byte[] address) {
        return isMapped(address) ? Arrays.copyOfRange(address, MAPPED + 2, ADDRESS_LENGTH) : address;
    }

    /** True if 16 bytes stand for an address of IPv4. */
    public static boolean isMapped(byte[] address) {
        for (int i = 0; i < MAPPED; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[MAPPED] == -1 && address[MAPPED + 1] == -1;
    }
}
