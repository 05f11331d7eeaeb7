package org.sockeye.agent.hooks;

import jdk.internal.misc.Unsafe;
import org.sockeye.agent.door.NativeMemory;
import org.sockeye.agent.natives.OperatingSystem;
import org.sockeye.agent.protocol.Sockaddr;

/**
 * {@code struct sockaddr_in} and {@code struct sockaddr_in6} in the program's memory. All systems have the same fields in the
 * same places, but that the first two bytes are the family, or on macOS the length and the family.
 */
final class NativeSockaddr {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final int PORT = 2;
    private static final int ADDRESS_4 = 4;
    private static final int FLOW = 4;
    private static final int ADDRESS_6 = 8;
    private static final int SCOPE = 24;
    private static final boolean HAS_LENGTH = OperatingSystem.HERE == OperatingSystem.MACOS;
    private static final short AF_INET = 2;
    private static final short AF_INET6 = family6(OperatingSystem.HERE);
    private static final byte LENGTH_4 = 16;
    private static final byte LENGTH_6 = 28;

    private NativeSockaddr() {
    }

    private static short family6(OperatingSystem system) {
        switch (system) {
            case MACOS:
                return 30;
            case WINDOWS:
                return 23;
            default:
                return 10;
        }
    }

    static void put(Sockaddr sockaddr, boolean six, long at) {
        short family = six ? AF_INET6 : AF_INET;
        if (HAS_LENGTH) {
            UNSAFE.putByte(at, six ? LENGTH_6 : LENGTH_4);
            UNSAFE.putByte(at + 1, (byte) family);
        } else {
            UNSAFE.putShort(at, family);
        }
        UNSAFE.putByte(at + PORT, (byte) (sockaddr.port() >> 8));
        UNSAFE.putByte(at + PORT + 1, (byte) sockaddr.port());
        if (six) {
            UNSAFE.putInt(at + FLOW, 0);
            NativeMemory.put(sockaddr.address(), 0, at + ADDRESS_6, Sockaddr.ADDRESS_LENGTH);
            UNSAFE.putInt(at + SCOPE, sockaddr.scope());
        } else {
            NativeMemory.put(Sockaddr.plain(sockaddr.address()), 0, at + ADDRESS_4, 4);
        }
    }

    static Sockaddr get(long at) {
        boolean six = (HAS_LENGTH ? UNSAFE.getByte(at + 1) : UNSAFE.getShort(at)) == AF_INET6;
        int port = (UNSAFE.getByte(at + PORT) & 0xff) << 8 | UNSAFE.getByte(at + PORT + 1) & 0xff;
        byte[] address = new byte[six ? Sockaddr.ADDRESS_LENGTH : 4];
        NativeMemory.get(at + (six ? ADDRESS_6 : ADDRESS_4), address, 0, address.length);
        return new Sockaddr(Sockaddr.wide(address), six ? UNSAFE.getInt(at + SCOPE) : 0, port);
    }
}
