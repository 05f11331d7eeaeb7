package org.sockeye.stack.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.link.VlanTrunk;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/** Makes the interfaces of a device. */
final class Interfaces {

    /** What a device sends to itself goes by this one, in a piece: it takes the largest datagram there is. */
    static final InterfaceSpec LOOPBACK = new InterfaceSpec("lo", new MacAddress(0), Ipv4Address.LOOPBACK,
            new Subnet(Ipv4Address.LOOPBACK, 8), 65535);

    /** Takes a moment, so that two programs of one host that talk for ever do not stop the clock. */
    private static final LinkConditions MOMENT = LinkConditions.GOOD.withDelay(10_000).withRate(0);

    private final Site site;
    private final String device;
    private final String named;
    private final Map<String, VlanTrunk> trunks = new LinkedHashMap<>();

    /** {@code named} says what they are; it is empty for what suits their links. */
    Interfaces(Site site, String device, String named) {
        this.site = site;
        this.device = device;
        this.named = named;
    }

    /** The device's name. */
    String device() {
        return device;
    }

    /** An interface at its end of the link that lies there; {@link #LOOPBACK} gets a cable that leads back. */
    LinkService make(InterfaceSpec spec) {
        int vlan = VlanTrunk.vlan(spec.name());
        if (vlan > 0) {
            return trunks.computeIfAbsent(VlanTrunk.card(spec.name()), card -> new VlanTrunk(device,
                    make(new InterfaceSpec(card, spec.mac(), spec.address(), spec.subnet(), spec.maximumPayload())),
                    site.events(), site.trace())).in(vlan);
        }
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
