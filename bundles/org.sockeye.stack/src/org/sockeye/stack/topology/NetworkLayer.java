package org.sockeye.stack.topology;

import java.util.List;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/** Puts the lower layers of a host or router together: its network layer on its interfaces on its links. */
final class NetworkLayer {

    /** The largest datagram there is; nothing on its way to the same host needs cutting. */
    private static final int LOOPBACK_PAYLOAD = 65535;
    /** Takes a moment, so that two programs of one host that talk for ever do not stop the clock. */
    private static final LinkConditions LOOPBACK = LinkConditions.GOOD.withDelay(10_000).withRate(0);

    private NetworkLayer() {
    }

    /** The network layer of a device; {@code links} names what its interfaces are, if it is not empty. */
    static Ipv4 build(Site site, String device, boolean forwards, String links, List<InterfaceSpec> interfaces) {
        Ipv4 network = new Ipv4(device, forwards, site.events(), site.trace());
        LinkEnd itself = new LinkEnd(device, "lo");
        Cable loop = site.link(device + "-lo", itself, itself, LOOPBACK);
        attach(site, network, new Plug.Wire(itself, loop), Layers.ETHERNET, new InterfaceSpec("lo", new MacAddress(0),
                Ipv4Address.LOOPBACK, new Subnet(Ipv4Address.LOOPBACK, 8), LOOPBACK_PAYLOAD));
        for (InterfaceSpec spec : interfaces) {
            LinkEnd end = new LinkEnd(device, spec.name());
            attach(site, network, site.at(end), links, spec);
        }
        return network;
    }

    private static void attach(Site site, Ipv4 network, Plug plug, String named, InterfaceSpec spec) {
        String kind = !named.isEmpty() ? named : switch (plug) {
            case Plug.Wire wire -> Layers.ETHERNET;
            case Plug.Air air -> Layers.WIFI;
        };
        LinkService port = site.layers().link(kind).make(plug, spec, site.environment(plug.end().device()));
        network.attach(new NetworkInterface(port, spec.address(), spec.subnet()));
    }
}
