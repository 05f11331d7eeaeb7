package org.sockeye.drill.run;

import org.sockeye.stack.transport.tcp.TcpSettings;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.IpAddress;

/**
 * How a script wants to be run. Times are in nanoseconds.
 *
 * @param version of IP
 * @param local the address of the host under test
 * @param remote the address that the script speaks from
 * @param localPort what {@code bind(3, ..., ...)} binds
 * @param remotePort what {@code connect(3, ..., ...)} connects to
 * @param mtu of the wire
 * @param tolerance by how much an event may be early or late at least
 * @param tolerancePercent the same in hundredths of the distance from the event before, if that is more
 * @param tick how long a unit of TCP's timestamps is to be taken for; 0 if their values do not matter
 * @param scaledEcho true if an inbound echo may be a value that was never sent
 * @param strictSegments true if segments must be just as written, not cut smaller
 * @param settings of TCP
 */
record Plan(IpVersion version, IpAddress local, IpAddress remote, int localPort, int remotePort, int mtu,
        long tolerance,
        double tolerancePercent, long tick, boolean scaledEcho, boolean strictSegments, TcpSettings settings) {

    /** The protocol of ICMP's messages. */
    int icmp() {
        return version.isSixOnTheWire() ? Icmpv6Message.PROTOCOL : IcmpMessage.PROTOCOL;
    }
}
