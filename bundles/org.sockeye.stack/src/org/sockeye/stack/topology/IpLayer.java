package org.sockeye.stack.topology;

import java.util.List;
import java.util.stream.Stream;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.network.Assigned;
import org.sockeye.stack.network.DualStack;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.network.Ipv6;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.network.RoutingTable;
import org.sockeye.stack.network.SharedLink;
import org.sockeye.stack.wire.IpAddress;

/**
 * The Internet Protocol of a host or router, with its routes. Every device can speak both versions to itself.
 *
 * @param four IPv4, which has no interface but loopback if the device does not speak it
 * @param six IPv6 likewise
 */
record IpLayer(Ipv4 four, Ipv6 six) implements NetworkLayer {

    private static final int PREFIX = 64;

    /** A host's. */
    static IpLayer build(Site site, HostSpec spec) {
        HostOptions options = spec.options();
        boolean automatic = options.addresses().contains(Ipv6Plan.AUTOMATIC);
        IpLayer built = build(site, new Interfaces(site, spec.name(), options.link()), false, spec.interfaces(),
                options.spoken(), automatic);
        built.four.routes(site.routes().of(spec));
        if (options.spoken().hasSix() && !automatic) {
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
        if (options.spoken().hasSix()) {
            built.route(site, site.ipv6Routes().of(spec), spec.interfaces());
        }
        return built;
    }

    /** {@code automatic} leaves the IPv6 addresses of the interfaces to the routers. */
    private static IpLayer build(Site site, Interfaces made, boolean forwards, List<InterfaceSpec> interfaces,
            IpVersions ip, boolean automatic) {
        String device = made.device();
        IpLayer built = new IpLayer(new Ipv4(device, forwards, site.events(), site.trace()),
                new Ipv6(device, forwards, site.events(), site.trace()));
        SharedLink loopback = new SharedLink(made.make(Interfaces.LOOPBACK));
        built.attach(loopback.four(), Interfaces.LOOPBACK);
        built.six.attachLoopback(loopback.six());
        for (InterfaceSpec spec : interfaces) {
            LinkService link = made.make(spec);
            if (!ip.hasSix()) {
                built.attach(link, spec);
                continue;
            }
            SharedLink shared = new SharedLink(link);
            if (ip.hasFour()) {
                built.attach(shared.four(), spec);
            }
            built.six.attach(shared.six(),
                    automatic ? List.of() : List.of(site.ipv6().address(spec.subnet(), spec.address())), PREFIX);
        }
        return built;
    }

    private void attach(LinkService link, InterfaceSpec spec) {
        four.attach(new NetworkInterface(link, spec.address(), spec.subnet()));
    }

    /** Leads IPv6 where {@code table} would lead IPv4. */
    private void route(Site site, RoutingTable table, List<InterfaceSpec> interfaces) {
        six.routes(site.ipv6().routes(table, interfaces));
    }

    @Override
    public NetworkService service() {
        return new DualStack(four, six);
    }

    @Override
    public List<Assigned> assigned() {
        return Stream.concat(interfaces().stream().map(NetworkInterface::assigned), six.addresses().stream()).toList();
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
        Stream<IpAddress> young = six.addresses().stream().map(Assigned::address)
                .filter(address -> !address.isLoopback() && !address.isLinkLocal());
        return Stream.concat(old, young).toList();
    }
}
