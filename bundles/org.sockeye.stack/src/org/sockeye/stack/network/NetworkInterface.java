package org.sockeye.stack.network;

import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * An interface with an address of the network layer.
 *
 * @param link the interface itself
 * @param address this host's address there
 * @param subnet the addresses of the neighbours there
 */
public record NetworkInterface(LinkService link, Ipv4Address address, Subnet subnet) {

    /** The interface's name, such as "eth0". */
    public String name() {
        return link.name();
    }

    /** The address, and whose it is. */
    public Assigned assigned() {
        return new Assigned(link, address, subnet.prefix());
    }

    public boolean isLoopback() {
        return address.isLoopback();
    }

    /** True if {@code destination} stands for all neighbours. */
    boolean isBroadcast(Ipv4Address destination) {
        return destination.equals(Ipv4Address.BROADCAST)
                || subnet.isBroadcast(destination);
    }
}
