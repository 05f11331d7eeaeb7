package org.sockeye.programs.sockets;

import org.sockeye.agent.protocol.Sockaddr;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/** Addresses as messages have them, in 16 bytes, and as the stack has them. */
final class Wide {

    private Wide() {
    }

    /** The address that 16 bytes stand for: of IPv4 if it is a mapped one. */
    static IpAddress address(byte[] wide) {
        return Sockaddr.isMapped(wide) ? Ipv4Address.of(Sockaddr.plain(wide), 0) : Ipv6Address.of(wide, 0);
    }

    static Endpoint endpoint(Sockaddr sockaddr) {
        return new Endpoint(address(sockaddr.address()), sockaddr.port());
    }

    static byte[] bytes(IpAddress address) {
        return Sockaddr.wide(address.toBytes());
    }
}
