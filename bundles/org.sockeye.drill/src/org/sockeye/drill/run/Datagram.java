package org.sockeye.drill.run;

import java.util.Arrays;
import java.util.Optional;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Header;

/**
 * What the stack put on the wire.
 *
 * @param time when, in nanoseconds since the start of the run
 * @param tos type of service, its two last bits being the congestion mark
 * @param ttl time to live
 * @param protocol what the payload is
 * @param payload a transport's segment, or an ICMP message
 */
record Datagram(long time, int tos, int ttl, int protocol, IpAddress source, IpAddress destination, byte[] payload) {

    static Optional<Datagram> parse(long time, byte[] bytes) {
        return Ipv4Header.parse(bytes, 0, bytes.length)
                .map(header -> new Datagram(time, bytes[1] & 0xff, header.ttl(), header.protocol(), header.source(),
                        header.destination(),
                        Arrays.copyOfRange(bytes, header.headerLength(), header.totalLength())));
    }
}
