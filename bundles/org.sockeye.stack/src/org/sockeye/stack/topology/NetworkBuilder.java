package org.sockeye.stack.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockeye.stack.application.NameServer;
import org.sockeye.stack.application.Names;
import org.sockeye.stack.application.Resolver;
import org.sockeye.stack.link.EthernetInterface;
import org.sockeye.stack.link.Switch;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.Route;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.physical.Link;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.transport.Udp;
import org.sockeye.stack.transport.tcp.TcpTransport;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/** Puts a network together: links first, then each device layer by layer from below. */
final class NetworkBuilder {

    /** The largest datagram there is; nothing on its way to the same host needs cutting. */
    private static final int LOOPBACK_PAYLOAD = 65535;
    /** Takes a moment, so that two programs of one host that talk for ever do not stop the clock. */
    private static final LinkConditions LOOPBACK = LinkConditions.GOOD.withDelay(10_000).withRate(0);

    private final Topology topology;
    private final EventQueue events;
    private final Trace trace;
    private final Randomness randomness;
    private final Routes routes;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<LinkEnd, Link> plugs = new LinkedHashMap<>();
    private final Map<String, Host> hosts = new LinkedHashMap<>();

    NetworkBuilder(Topology topology, EventQueue events, Trace trace, Randomness randomness) {
        this.topology = topology;
        this.events = events;
        this.trace = trace;
        this.randomness = randomness;
        this.routes = new Routes(topology);
        for (LinkSpec spec : topology.links()) {
            link(spec.name(), spec.a(), spec.b(), spec.conditions());
        }
        for (DeviceSpec device : topology.devices()) {
            switch (device) {
                case HostSpec host -> hosts.put(host.name(), host(host));
                case RouterSpec router -> router(router);
                case SwitchSpec plain -> plug(plain);
            }
        }
    }

    Map<String, Host> hosts() {
        return hosts;
    }

    Map<String, Link> links() {
        return links;
    }

    private Link link(String name, LinkEnd a, LinkEnd b, LinkConditions conditions) {
        Link link = new Link(name, a, b, conditions, events, trace, randomness);
        links.put(name, link);
        plugs.put(a, link);
        plugs.put(b, link);
        return link;
    }

    private Link at(LinkEnd end) {
        Link link = plugs.get(end);
        if (link == null) {
            throw new IllegalArgumentException("no link leads to " + end);
        }
        return link;
    }

    private void plug(SwitchSpec spec) {
        Switch built = new Switch(spec.name(), events, trace);
        for (String port : spec.ports()) {
            LinkEnd end = new LinkEnd(spec.name(), port);
            built.plug(at(end), end);
        }
    }

    private Host host(HostSpec spec) {
        Ipv4 network = network(spec.name(), false, spec.interfaces());
        network.routes(routes.of(spec));
        TcpTransport tcp = new TcpTransport(spec.name(), network, events, randomness, trace);
        Udp udp = new Udp(spec.name(), network, events, trace);
        Optional<IpAddress> server = routes.gateway(spec).flatMap(Route::gateway).map(gateway -> gateway);
        Resolver resolver = new Resolver(spec.name(), server.isPresent() ? Names.NONE : names(), server, udp::open,
                events, randomness, trace);
        return new Host(spec, network, new HostSockets(tcp, udp, resolver, network));
    }

    private void router(RouterSpec spec) {
        Ipv4 network = network(spec.name(), true, spec.interfaces());
        network.routes(routes.of(spec));
        Udp udp = new Udp(spec.name(), network, events, trace);
        try {
            new NameServer(spec.name(), udp.open(), names());
        } catch (SocketError e) {
            throw new IllegalStateException("port 53 of a new router is free", e);
        }
    }

    private Ipv4 network(String device, boolean forwards, List<InterfaceSpec> interfaces) {
        Ipv4 network = new Ipv4(device, forwards, events, trace);
        LinkEnd itself = new LinkEnd(device, "lo");
        Link loop = link(device + "-lo", itself, itself, LOOPBACK);
        attach(network, itself, loop, LOOPBACK_PAYLOAD,
                new InterfaceSpec("lo", new MacAddress(0), Ipv4Address.LOOPBACK, new Subnet(Ipv4Address.LOOPBACK, 8)));
        for (InterfaceSpec spec : interfaces) {
            LinkEnd end = new LinkEnd(device, spec.name());
            attach(network, end, at(end), EthernetInterface.MAXIMUM_PAYLOAD, spec);
        }
        return network;
    }

    private void attach(Ipv4 network, LinkEnd end, Link link, int maximumPayload, InterfaceSpec spec) {
        EthernetInterface ethernet = new EthernetInterface(end, spec.mac(), maximumPayload, link, events, trace);
        network.attach(new NetworkInterface(ethernet, spec.address(), spec.subnet()));
    }

    private Names names() {
        Map<String, List<Ipv4Address>> names = new LinkedHashMap<>();
        for (DeviceSpec device : topology.devices()) {
            switch (device) {
                case HostSpec host -> names.put(host.name(), addresses(host.interfaces()));
                case RouterSpec router -> names.put(router.name(), addresses(router.interfaces()));
                case SwitchSpec plain -> {
                    // A plain switch has no address to be found by.
                }
            }
        }
        return new Names(names);
    }

    private static List<Ipv4Address> addresses(List<InterfaceSpec> interfaces) {
        return interfaces.stream().map(InterfaceSpec::address).toList();
    }
}
