package org.sockeye.drill.run;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.network.Ipv6;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.network.Route;
import org.sockeye.stack.network.RoutingTable;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.transport.Udp;
import org.sockeye.stack.transport.tcp.TcpTransport;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/** The host under test: real transports over the real network layer, on a wire that the script holds. */
final class TestBed {

    /** Whose writes are the script's. */
    static final Origin ORIGIN = Origin.stack("drill");

    private static final String HOST = "drill";
    private static final int PREFIX = 16;
    private static final int PREFIX_OF_SIX = 64;

    private final EventQueue events = new EventQueue();
    private final ScriptedWire wire;
    private final TcpTransport tcp;
    private final Udp udp;

    TestBed(Plan plan) {
        Trace trace = new Trace();
        wire = new ScriptedWire(events, plan.mtu());
        NetworkService network = switch (plan.local()) {
            case Ipv4Address local -> network(local, trace);
            case Ipv6Address local -> network(local, trace);
        };
        tcp = new TcpTransport(HOST, network, events, new Randomness(1), trace, plan.settings());
        udp = new Udp(HOST, network, events, trace);
    }

    private NetworkService network(Ipv4Address local, Trace trace) {
        Ipv4 network = new Ipv4(HOST, false, events, trace);
        network.attach(new NetworkInterface(wire, local, new Subnet(local, PREFIX)));
        network.routes(everywhere(Subnet.ALL));
        return network;
    }

    private NetworkService network(Ipv6Address local, Trace trace) {
        Ipv6 network = new Ipv6(HOST, false, events, trace);
        network.attach(wire, List.of(local), PREFIX_OF_SIX);
        network.routes(everywhere(Subnet.ALL_IPV6));
        return network;
    }

    private RoutingTable everywhere(Subnet all) {
        return new RoutingTable(List.of(new Route(all, Optional.empty(), wire.name())));
    }

    EventQueue events() {
        return events;
    }

    ScriptedWire wire() {
        return wire;
    }

    TcpTransport tcp() {
        return tcp;
    }

    Udp udp() {
        return udp;
    }

    /** Lets a datagram arrive at the host. */
    void inject(byte[] datagram) {
        wire.inject((datagram[0] & 0xf0) == 0x60 ? EthernetFrame.IPV6 : EthernetFrame.IPV4, datagram);
    }

    /** The socket at the host's end of a flow, the newest if there are several; empty if there is none. */
    Optional<StreamSocket> socketOf(Flow flow) {
        Endpoint remote = new Endpoint(flow.remote(), flow.remotePort());
        return tcp.sockets().stream().filter(socket -> socket.remote().filter(remote::equals).isPresent())
                .filter(socket -> flow.localPort() == 0 || socket.local().port() == flow.localPort())
                .reduce((older, newer) -> newer);
    }
}
