package org.sockeye.stack.topology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.network.DualStack;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.network.Ipv6;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.network.RoutingTable;
import org.sockeye.stack.network.SharedLink;
import org.sockeye.stack.wire.IpAddress;

/**
 * The Internet Protocol of a host or router, with its routes.
 *
 * @param four IPv4, which has no interface but loopback if the device does not speak it
 * @param six IPv6, if the device speaks it
 */
record IpLayer(Ipv4 four, Optional<Ipv6> six) implements NetworkLayer {

    private static final int PREFIX = 64;

    /** A host's. */
    static IpLayer build(Site site, HostSpec spec) {
        HostOptions options = spec.options();
        boolean automatic = options.addresses().contains(Ipv6Plan.AUTOMATIC);
        IpLayer built = build(site, new Interfaces(site, spec.name(), options.link()), false, spec.interfaces(),
                options.spoken(), automatic);
        built.four.routes(site.routes().of(spec));
        if (!automatic) {
            built.route(site, site.ipv6Routes().of(spec), spec.interfaces());
        }
        return built;
    }

    /** A router's. */
    static IpLayer build(Site site, RouterSpec spec) {
        RouterOptions options = spec.options();
        IpLayer built = build(site, new Interfaces(site, spec.name(), ""), true, spec.interfaces(),
                options.spoken(), false);
        built.four.routes(site.routes().of(spec));
        built.route(site, site.ipv6Routes().of(spec), spec.interfaces());
        return built;
    }

    /** {@code automatic} leaves the IPv6 addresses of the interfaces to the routers. */
    private static IpLayer build(Site site, Interfaces made, boolean forwards, List<InterfaceSpec> interfaces,
            IpVersions ip, boolean automatic) {
        String device = made.device();
        Optional<Ipv6> six = ip.hasSix() ? Optional.of(new Ipv6(device, forwards, site.events(), site.trace()))
                : Optional.empty();
        IpLayer built = new IpLayer(new Ipv4(device, forwards, site.events(), site.trace()), six);
        LinkService loopback = built.attach(made.make(Interfaces.LOOPBACK), Interfaces.LOOPBACK, true);
        six.ifPresent(layer -> layer.attachLoopback(loopback));
        for (InterfaceSpec spec : interfaces) {
            LinkService port = built.attach(made.make(spec), spec, ip.hasFour());
            six.ifPresent(layer -> layer.attach(port,
                    automatic ? List.of() : List.of(site.ipv6().address(spec.subnet(), spec.address())), PREFIX));
        }
        return built;
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

    /** Leads IPv6 where {@code table} would lead IPv4. */
    private void route(Site site, RoutingTable table, List<InterfaceSpec> interfaces) {
        six.ifPresent(layer -> layer.routes(site.ipv6().routes(table, interfaces)));
    }

    @Override
    public NetworkService service() {
        return six.<NetworkService>map(layer -> new DualStack(four, layer)).orElse(four);
    }

    @Override
    public List<NetworkInterface> interfaces() {
        return four.interfaces();
    }

    /** Those of IPv4 first, in the order of the interfaces. */
    @Override
    public List<IpAddress> addresses() {
        Stream<IpAddress> old = interfaces().stream().filter(port -> !port.isLoopback())
                .map(NetworkInterface::address);
        Stream<IpAddress> young = six.stream().flatMap(layer -> layer.addresses().stream())
                .filter(address -> !address.isLoopback() && !address.isLinkLocal());
        return Stream.concat(old, young).toList();
    }
}
