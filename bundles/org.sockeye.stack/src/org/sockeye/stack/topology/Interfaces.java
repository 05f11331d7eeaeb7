package org.sockeye.stack.topology;

import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/**
 * Makes the interfaces of a device.
 *
 * @param named what they are; empty for what suits their links
 */
record Interfaces(Site site, String device, String named) {

    /** What a device sends to itself goes by this one, in a piece: it takes the largest datagram there is. */
    static final InterfaceSpec LOOPBACK = new InterfaceSpec("lo", new MacAddress(0), Ipv4Address.LOOPBACK,
            new Subnet(Ipv4Address.LOOPBACK, 8), 65535);

    /** Takes a moment, so that two programs of one host that talk for ever do not stop the clock. */
    private static final LinkConditions MOMENT = LinkConditions.GOOD.withDelay(10_000).withRate(0);

    /** An interface at its end of the link that lies there; {@link #LOOPBACK} gets a cable that leads back. */
    LinkService make(InterfaceSpec spec) {
        LinkEnd end = new LinkEnd(device, spec.name());
        if (spec.equals(LOOPBACK)) {
            Cable loop = site.link(device + "-lo", end, end, MOMENT);
            return make(new Plug.Wire(end, loop), Layers.ETHERNET, spec);
        }
        Plug plug = site.at(end);
        return make(plug, !named.isEmpty() ? named : switch (plug) {
            case Plug.Wire wire -> Layers.ETHERNET;
            case Plug.Air air -> Layers.WIFI;
        }, spec);
    }

    private LinkService make(Plug plug, String kind, InterfaceSpec spec) {
        return site.layers().link(kind).make(plug, spec, site.environment(device));
    }
}
