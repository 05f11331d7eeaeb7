package org.sockeye.stack.topology;

import java.util.Optional;
import org.sockeye.stack.application.Names;
import org.sockeye.stack.application.Resolver;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.network.Route;
import org.sockeye.stack.transport.Udp;
import org.sockeye.stack.transport.tcp.TcpTransport;
import org.sockeye.stack.wire.IpAddress;

/** Puts a host together, layer by layer from below. */
final class HostAssembly {

    private HostAssembly() {
    }

    static Host build(Site site, HostSpec spec) {
        Ipv4 network = NetworkLayer.build(site, spec.name(), false, spec.interfaces());
        network.routes(site.routes().of(spec));
        TcpTransport tcp = new TcpTransport(spec.name(), network, site.events(), site.randomness(), site.trace());
        Udp udp = new Udp(spec.name(), network, site.events(), site.trace());
        Optional<IpAddress> server = site.routes().gateway(spec).flatMap(Route::gateway).map(gateway -> gateway);
        Resolver resolver = new Resolver(spec.name(), server.isPresent() ? Names.NONE : site.names(), server, udp::open,
                site.events(), site.randomness(), site.trace());
        return new Host(spec, network, new HostSockets(tcp, udp, resolver, network));
    }
}
