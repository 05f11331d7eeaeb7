package org.sockeye.stack.topology;

import java.util.List;
import org.sockeye.stack.application.Names;
import org.sockeye.stack.application.Resolver;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.network.Route;
import org.sockeye.stack.transport.DatagramTransport;
import org.sockeye.stack.transport.StreamTransport;
import org.sockeye.stack.transport.tcp.TcpSettings;
import org.sockeye.stack.wire.IpAddress;

/** Puts a host together, layer by layer from below. */
final class HostAssembly {

    private HostAssembly() {
    }

    static Host build(Site site, HostSpec spec) {
        HostOptions options = spec.options();
        Environment environment = site.environment(spec.name());
        NetworkLayer layers = NetworkLayer.build(site, spec);
        NetworkService network = layers.service();
        StreamTransport streams = site.layers().transport(options.transport())
                .make(network, tcp(site.layers(), options), environment);
        DatagramTransport datagrams = site.layers().datagrams(options.datagrams()).make(network, environment);
        List<IpAddress> servers = site.routes().gateway(spec).flatMap(Route::gateway)
                .map(gateway -> options.ip().hasFour() ? gateway
                        : site.ipv6().address(spec.interfaces().get(0).subnet(), gateway))
                .stream().toList();
        Resolver resolver = new Resolver(spec.name(), servers.isEmpty() ? site.names().hostsFile() : Names.NONE,
                servers, datagrams::open, site.events(), site.randomness(), site.trace());
        resolver.asksForIpv6(layers.six().isPresent());
        if (options.dhcp() && !spec.interfaces().isEmpty()) {
            DhcpAssembly.ask(site, spec, layers.four(), datagrams, resolver);
        }
        return new Host(spec, layers, new HostSockets(streams, datagrams, resolver, layers));
    }

    private static TcpSettings tcp(Layers layers, HostOptions options) {
        return options.congestion().isEmpty() ? options.tcp()
                : options.tcp().withCongestion(options.congestion(), layers.congestion(options.congestion()));
    }
}
