package org.sockeye.drill.run;

import java.util.Arrays;
import java.util.Optional;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.Ipv6Chain;
import org.sockeye.stack.wire.Ipv6Header;

/**
 * What the stack put on the wire.
 *
 * @param time when, in nanoseconds since the start of the run
 * @param tos type of service or traffic class, its two last bits being the congestion mark
 * @param ttl time to live or hop limit
 * @param protocol what the payload is
 * @param payload a transport's segment, or an ICMP message
 */
record Datagram(long time, int tos, int ttl, int protocol, IpAddress source, IpAddress destination, byte[] payload) {

    static Optional<Datagram> parse(long time, byte[] bytes) {
        return bytes.length > 0 && (bytes[0] & 0xf0) == 0x60 ? six(time, bytes)
                : Ipv4Header.parse(bytes, 0, bytes.length)
                        .map(header -> new Datagram(time, bytes[1] & 0xff, header.ttl(), header.protocol(),
                                header.source(), header.destination(),
                                Arrays.copyOfRange(bytes, header.headerLength(), header.totalLength())));
    }

    private static Optional<Datagram> six(long time, byte[] bytes) {
        return Ipv6Header.parse(bytes, 0, bytes.length).map(header -> {
            Ipv6Chain chain = Ipv6Chain.walk(bytes, 0, header.nextHeader(), header.totalLength());
            return new Datagram(time, header.trafficClass(), header.hopLimit(), chain.protocol(), header.source(),
                    header.destination(), Arrays.copyOfRange(bytes, chain.offset(), header.totalLength()));
        });
    }

    /** True if it is an ICMP error, of either version; that the host answers echoes is nothing to a flow. */
    boolean isIcmpError() {
        return payload.length > 0 && (protocol == IcmpMessage.PROTOCOL && payload[0] != IcmpMessage.ECHO_REPLY
                || protocol == Icmpv6Message.PROTOCOL && payload[0] >= 0);
    }
}
