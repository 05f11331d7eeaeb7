package org.sockeye.stack.application;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * What a DHCP server tells a host about itself and its network.
 *
 * @param server who told it
 * @param address the host's address
 * @param prefix how many of its first bits it shares with its neighbours'
 * @param router who forwards what is for others
 * @param nameServers whom to ask for names, one after the other
 * @param seconds for how long it may be used; {@link #FOREVER} without end
 */
public record DhcpLease(Ipv4Address server, Ipv4Address address, int prefix, Optional<Ipv4Address> router,
        List<Ipv4Address> nameServers, long seconds) {

    /** RFC 2131, section 3.3. */
    public static final long FOREVER = 0xffff_ffffL;

    public DhcpLease {
        nameServers = List.copyOf(nameServers);
    }

    /** The lease that an offer or an acknowledgment tells of; empty if it tells too little. */
    static Optional<DhcpLease> of(DhcpMessage message) {
        List<Ipv4Address> server = message.addresses(DhcpOption.SERVER);
        List<Ipv4Address> mask = message.addresses(DhcpOption.SUBNET_MASK);
        if (server.isEmpty() || message.yours().isUnspecified()
                || message.number(DhcpOption.LEASE_TIME).isEmpty()) {
            return Optional.empty();
        }
        int prefix = mask.isEmpty() ? 24 : Integer.bitCount(mask.getFirst().bits());
        return Optional.of(new DhcpLease(server.getFirst(), message.yours(), prefix,
                message.addresses(DhcpOption.ROUTER).stream().findFirst(), message.addresses(DhcpOption.NAME_SERVER),
                message.number(DhcpOption.LEASE_TIME).getAsLong()));
    }
}
