package org.sockeye.stack.network;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.NdMessage.RouterAdvertisement;
import org.sockeye.stack.wire.NdMessage.RouterSolicitation;
import org.sockeye.stack.wire.NdOption;

/**
 * A router on one of its links (RFC 4861, section 6.2): advertises itself when it starts and whenever it is asked, but not
 * once in a while, so that a network at rest stays at rest; therefore it says things for as long as it may.
 */
final class RouterAdvertiser {

    /** The longest time for which a router may call itself one, in seconds. */
    static final int LIFETIME = 9000;
    private static final long FOR_EVER = 0xffff_ffffL;
    private static final int HOP_LIMIT = 64;

    private final Ipv6Port port;

    RouterAdvertiser(Ipv6Port port) {
        this.port = port;
    }

    /** Tells all nodes of the link. */
    void start() {
        advertise(Ipv6Address.ALL_NODES);
    }

    /** A host asks. */
    void solicited(Ipv6Header header, RouterSolicitation question) {
        if (header.source().isUnspecified()) {
            advertise(Ipv6Address.ALL_NODES);
            return;
        }
        question.linkAddress(false).ifPresent(mac -> port.neighbours().heard(header.source(), mac));
        advertise(header.source());
    }

    private void advertise(Ipv6Address destination) {
        List<NdOption> options = new ArrayList<>();
        options.add(new NdOption.LinkAddress(false, port.link().address()));
        options.add(new NdOption.MaximumUnit(port.mtu()));
        for (Subnet subnet : port.subnets()) {
            if (subnet.address() instanceof Ipv6Address prefix) {
                options.add(new NdOption.PrefixInformation(prefix, subnet.prefix(), true, true, FOR_EVER, FOR_EVER));
            }
        }
        port.icmp(port.linkLocal(), destination,
                new RouterAdvertisement(HOP_LIMIT, false, LIFETIME, 0, 0, options));
    }
}
