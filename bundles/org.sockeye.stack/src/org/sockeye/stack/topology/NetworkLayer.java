package org.sockeye.stack.topology;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.network.DualStack;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.network.Ipv6;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.network.RoutingTable;
import org.sockeye.stack.network.SharedLink;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/**
 * The lower layers of a host or router: its network layer on its interfaces on its links.
 *
 * @param four IPv4, which has no interface but loopback if the device does not speak it
 * @param six IPv6, if the device speaks it
 */
record NetworkLayer(Ipv4 four, Optional<Ipv6> six) {

    /** The largest datagram there is; nothing on its way to the same host needs cutting. */
    private static final int LOOPBACK_PAYLOAD = 65535;
    private static final int PREFIX = 64;
    /** Takes a moment, so that two programs of one host that talk for ever do not stop the clock. */
    private static final LinkConditions LOOPBACK = LinkConditions.GOOD.withDelay(10_000).withRate(0);

    /** A host's, with its routes. */
    static NetworkLayer build(Site site, HostSpec spec) {
        HostOptions options = spec.options();
        boolean automatic = options.addresses().contains(Ipv6Plan.AUTOMATIC);
        NetworkLayer built = build(site, spec.name(), false, options.link(), spec.interfaces(),
                options.ip().with(options.addresses().stream().anyMatch(Ipv6Plan::isIpv6)), automatic);
        built.route(site, site.routes().of(spec), spec.interfaces(), automatic);
        return built;
    }

    /** A router's, with its routes. */
    static NetworkLayer build(Site site, RouterSpec spec) {
        RouterOptions options = spec.options();
        NetworkLayer built = build(site, spec.name(), true, "", spec.interfaces(),
                options.ip().with(options.addresses().stream().anyMatch(Ipv6Plan::isIpv6)), false);
        built.route(site, site.routes().of(spec), spec.interfaces(), false);
        return built;
    }

    /** {@code links} names what the interfaces are, if it is not empty; {@code automatic} leaves their IPv6 addresses to the routers. */
    private static NetworkLayer build(Site site, String device, boolean forwards, String links,
            List<InterfaceSpec> interfaces, IpVersions ip, boolean automatic) {
        Optional<Ipv6> six = ip.hasSix() ? Optional.of(new Ipv6(device, forwards, site.events(), site.trace()))
                : Optional.empty();
        NetworkLayer built = new NetworkLayer(new Ipv4(device, forwards, site.events(), site.trace()), six);
        LinkEnd itself = new LinkEnd(device, "lo");
        Cable loop = site.link(device + "-lo", itself, itself, LOOPBACK);
        InterfaceSpec lo = new InterfaceSpec("lo", new MacAddress(0), Ipv4Address.LOOPBACK,
                new Subnet(Ipv4Address.LOOPBACK, 8), LOOPBACK_PAYLOAD);
        LinkService loopback = built.attach(link(site, new Plug.Wire(itself, loop), Layers.ETHERNET, lo), lo, true);
        six.ifPresent(layer -> layer.attachLoopback(loopback));
        for (InterfaceSpec spec : interfaces) {
            LinkEnd end = new LinkEnd(device, spec.name());
            LinkService port = built.attach(link(site, site.at(end), links, spec), spec, ip.hasFour());
            six.ifPresent(layer -> layer.attach(port,
                    automatic ? List.of() : List.of(site.ipv6().address(spec.subnet(), spec.address())), PREFIX));
        }
        return built;
    }

    private static LinkService link(Site site, Plug plug, String named, InterfaceSpec spec) {
        String kind = !named.isEmpty() ? named : switch (plug) {
            case Plug.Wire wire -> Layers.ETHERNET;
            case Plug.Air air -> Layers.WIFI;
        };
        return site.layers().link(kind).make(plug, spec, site.environment(plug.end().device()));
    }

    /** Gives IPv4 its side of an interface; what comes back is IPv6's. */
    private LinkService attach(LinkService link, InterfaceSpec spec, boolean hasFour) {
        if (six.isEmpty()) {
            four.attach(new NetworkInterface(link, spec.address(), spec.subnet()));
            return link;
        }
        SharedLink shared = new SharedLink(link);
        if (hasFour) {
            four.attach(new NetworkInterface(shared.four(), spec.address(), spec.subnet()));
        }
        return shared.six();
    }

    private void route(Site site, RoutingTable table, List<InterfaceSpec> interfaces, boolean automatic) {
        four.routes(table);
        if (!automatic) {
            six.ifPresent(layer -> layer.routes(site.ipv6().routes(table, interfaces)));
        }
    }

    /** What transports are given. */
    NetworkService service() {
        return six.<NetworkService>map(layer -> new DualStack(four, layer)).orElse(four);
    }
}
