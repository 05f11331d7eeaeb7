package org.sockeye.stack.topology;

import org.sockeye.stack.application.DnsMessage;
import org.sockeye.stack.application.NameServer;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.transport.Udp;
import org.sockeye.stack.wire.Endpoint;
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
        try {
            DatagramSocket socket = udp.open();
            if (layers.six().isPresent()) {
                socket.bind(new Endpoint(Ipv6Address.ANY, DnsMessage.PORT));
            }
            new NameServer(spec.name(), socket, site.names().zone());
        } catch (SocketError e) {
            throw new IllegalStateException("port 53 of a new router is free", e);
        }
        DhcpAssembly.serve(site, spec, udp);
        return new Router(spec, network);
    }
}
