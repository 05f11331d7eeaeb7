package org.sockeye.agent.hooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.sockeye.agent.protocol.Sockaddr;

/** The library's addresses in messages' form, and back. */
final class Addresses {

    private Addresses() {
    }

    /** As {@code NET_InetAddressToSockaddr} does it: "any" of IPv4 is "any" of both for a socket of IPv6. */
    static Sockaddr sockaddr(InetAddress address, int port, boolean six) {
        if (six && address.isAnyLocalAddress()) {
            return new Sockaddr(Sockaddr.NONE.address(), 0, port);
        }
        int scope = address instanceof Inet6Address ? ((Inet6Address) address).getScopeId() : 0;
        return new Sockaddr(Sockaddr.wide(address.getAddress()), scope, port);
    }

    static InetSocketAddress endpoint(Sockaddr sockaddr) throws UnknownHostException {
        return new InetSocketAddress(address(sockaddr.address(), sockaddr.scope()), sockaddr.port());
    }

    /** An address of 16 bytes, of IPv4 if it is a mapped one. */
    static InetAddress address(byte[] wide, int scope) throws UnknownHostException {
        return scope == 0 ? InetAddress.getByAddress(Sockaddr.plain(wide))
                : Inet6Address.getByAddress(null, wide, scope);
    }

    /** An address of IPv4 as one number, first byte highest; 0 for one of IPv6. */
    static int number(byte[] wide) {
        byte[] plain = Sockaddr.plain(wide);
        return plain.length == 4
                ? (plain[0] & 0xff) << 24 | (plain[1] & 0xff) << 16 | (plain[2] & 0xff) << 8 | plain[3] & 0xff
                : 0;
    }

    static byte[] wide(int four) {
        return Sockaddr.wide(new byte[] { (byte) (four >> 24), (byte) (four >> 16), (byte) (four >> 8), (byte) four });
    }

    static boolean isFour(InetAddress address) {
        return address instanceof Inet4Address;
    }
}
