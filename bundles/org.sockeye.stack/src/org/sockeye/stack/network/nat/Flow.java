package org.sockeye.stack.network.nat;

import java.util.Optional;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/**
 * Which conversation a datagram is of.
 *
 * @param protocol 1 ICMP, 6 TCP or 17 UDP
 * @param source who sent it; for an echo, the identifier is the port of the host that asks (RFC 5508, section 3.1)
 * @param destination who is to get it
 */
record Flow(int protocol, Endpoint source, Endpoint destination) {

    private static final int NO_PORT = 0;

    /**
     * The flow of a datagram that is whole, or of the beginning of one that an error quotes; empty if it has no ports.
     *
     * @param offset where {@code header} stands in {@code bytes}
     */
    static Optional<Flow> of(Ipv4Header header, byte[] bytes, int offset) {
        int segment = offset + header.headerLength();
        if (bytes.length < segment + 8 || header.fragmentOffset() > 0) {
            return Optional.empty();
        }
        return switch (header.protocol()) {
            case TcpHeader.PROTOCOL, UdpHeader.PROTOCOL -> Optional
                    .of(of(header, port(bytes, segment), port(bytes, segment + 2)));
            case IcmpMessage.PROTOCOL -> switch (bytes[segment]) {
                case IcmpMessage.ECHO_REQUEST -> Optional.of(of(header, port(bytes, segment + 4), NO_PORT));
                case IcmpMessage.ECHO_REPLY -> Optional.of(of(header, NO_PORT, port(bytes, segment + 4)));
                default -> Optional.empty();
            };
            default -> Optional.empty();
        };
    }

    /** True if there is a port that a mapping can stand for. */
    boolean hasSourcePort() {
        return source.port() != NO_PORT;
    }

    private static Flow of(Ipv4Header header, int sourcePort, int destinationPort) {
        return new Flow(header.protocol(), new Endpoint(header.source(), sourcePort),
                new Endpoint(header.destination(), destinationPort));
    }

    private static int port(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
