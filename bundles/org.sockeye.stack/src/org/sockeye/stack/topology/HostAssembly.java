package org.sockeye.stack.topology;

import java.util.List;
import java.util.Optional;
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
        NetworkLayer layers = options.network().isEmpty() ? IpLayer.build(site, spec) : OtherLayer.build(site, spec);
        NetworkService network = layers.service();
        StreamTransport streams = site.layers().transport(options.transport())
                .make(network, tcp(site.layers(), options), environment);
        DatagramTransport datagrams = site.layers().datagrams(options.datagrams()).make(network, environment);
        List<IpAddress> servers = nameServers(site, spec);
        Resolver resolver = new Resolver(spec.name(), servers.isEmpty() ? site.names().hostsFile() : Names.NONE,
                servers, datagrams::open, streams::open, site.events(), site.randomness(), site.trace());
        if (layers instanceof IpLayer ip) {
            resolver.asksForIpv6(options.spoken().hasSix());
            if (options.dhcp() && !spec.interfaces().isEmpty()) {
                DhcpAssembly.ask(site, spec, ip.four(), datagrams, resolver);
            }
        }
        return new Host(spec, layers, network, new HostSockets(streams, datagrams, resolver, network));
    }

    /** The first router on its links; it cannot be asked by a host that does not speak IP. */
    private static List<IpAddress> nameServers(Site site, HostSpec spec) {
        HostOptions options = spec.options();
        if (!options.network().isEmpty()) {
            return List.of();
        }
        Optional<Route> four = options.spoken().hasFour() ? site.routes().gateway(spec) : Optional.empty();
        Optional<Route> six = options.spoken().hasSix() ? site.ipv6Routes().gateway(spec)
                .map(route -> site.ipv6().route(route, spec.interfaces())) : Optional.empty();
        return four.or(() -> six).flatMap(Route::gateway).stream().toList();
    }

    private static TcpSettings tcp(Layers layers, HostOptions options) {
        TcpSettings settings = options.tcp().withControls(layers.controls());
        return options.congestion().isEmpty() ? settings : settings.withCongestion(options.congestion());
    }
}
