package org.sockeye.stack.topology;

import org.sockeye.stack.application.DnsMessage;
import org.sockeye.stack.application.NameServer;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.transport.Udp;
import org.sockeye.stack.transport.tcp.TcpTransport;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/** Puts a router together. */
final class RouterAssembly {

    private RouterAssembly() {
    }

    static Router build(Site site, RouterSpec spec) {
        IpLayer layers = IpLayer.build(site, spec);
        Ipv4 network = layers.four();
        network.choose(spec.options().paths());
        if (!spec.options().nat().isEmpty()) {
            network.translate(spec.options().nat());
        }
        Udp udp = new Udp(spec.name(), layers.service(), site.events(), site.trace());
        TcpTransport tcp = new TcpTransport(spec.name(), layers.service(), site.events(), site.randomness(),
                site.trace());
        serveNames(site, spec.name(), udp.open(), tcp.open(),
                new Endpoint(spec.options().spoken().hasSix() ? Ipv6Address.ANY : Ipv4Address.ANY, DnsMessage.PORT));
        DhcpAssembly.serve(site, spec, udp);
        return new Router(spec, network);
    }

    private static void serveNames(Site site, String router, DatagramSocket datagrams, StreamSocket streams,
            Endpoint own) {
        NameServer server = new NameServer(router, site.names().zone(), site.events());
        try {
            datagrams.bind(own);
            server.serve(datagrams);
            streams.bind(own);
            server.serve(streams);
        } catch (SocketError e) {
            throw new IllegalStateException("port 53 of a new router is free", e);
        }
    }
}
