package org.sockeye.stack.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sockeye.stack.application.DhcpClient;
import org.sockeye.stack.application.DhcpLease;
import org.sockeye.stack.application.DhcpServer;
import org.sockeye.stack.application.Resolver;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.network.Route;
import org.sockeye.stack.network.RoutingTable;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.transport.DatagramTransport;
import org.sockeye.stack.transport.Udp;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/**
 * Lets hosts ask for the addresses that the plan has for them: they begin without one, and the router that they are
 * planned to use gives each its own by DHCP, without end, so that names and routes hold.
 */
final class DhcpAssembly {

    private DhcpAssembly() {
    }

    /** Takes the host's first interface's address away and lets it ask for it. */
    static void ask(Site site, HostSpec spec, Ipv4 network, DatagramTransport datagrams, Resolver resolver) {
        InterfaceSpec port = spec.interfaces().getFirst();
        DhcpClient.Configuration configuration = new DhcpClient.Configuration() {

            @Override
            public void check(Ipv4Address address, Consumer<Boolean> taken) {
                network.probe(port.name(), address, taken);
            }

            @Override
            public void use(DhcpLease lease) {
                network.configure(port.name(), lease.address(), new Subnet(lease.address(), lease.prefix()));
                network.routes(site.routes().of(spec));
                resolver.servers(List.copyOf(lease.nameServers()));
            }

            @Override
            public void giveUp() {
                network.configure(port.name(), Ipv4Address.ANY, Subnet.all(Ipv4Address.ANY));
                network.routes(new RoutingTable(List.of()));
                resolver.servers(List.of());
            }
        };
        configuration.giveUp();
        try {
            DhcpClient client = new DhcpClient(spec.name(), port.mac(), datagrams.open(), site.events(),
                    site.randomness(), site.trace(), configuration);
            site.events().after(0, client::start);
        } catch (SocketError e) {
            throw new IllegalStateException("port 68 of a new host is free", e);
        }
    }

    /** Serves on each link of a router the hosts that are to ask it. */
    static void serve(Site site, RouterSpec spec, Udp udp) {
        if (!spec.options().ip().hasFour()) {
            return;
        }
        for (InterfaceSpec port : spec.interfaces()) {
            Map<MacAddress, Ipv4Address> planned = planned(site, port.address());
            if (!planned.isEmpty()) {
                DhcpServer.Pool pool = new DhcpServer.Pool(port.address(), planned, port.subnet().prefix(),
                        Optional.of(port.address()), List.of(port.address()), DhcpLease.FOREVER);
                try {
                    new DhcpServer(spec.name(), pool, udp::open, site.events(), site.trace());
                } catch (SocketError e) {
                    throw new IllegalStateException("port 67 of a new router is free", e);
                }
            }
        }
    }

    private static Map<MacAddress, Ipv4Address> planned(Site site, Ipv4Address router) {
        Map<MacAddress, Ipv4Address> planned = new LinkedHashMap<>();
        for (DeviceSpec device : site.topology().devices()) {
            if (device instanceof HostSpec host && host.options().dhcp() && uses(site, host, router)) {
                planned.put(host.interfaces().getFirst().mac(), host.interfaces().getFirst().address());
            }
        }
        return planned;
    }

    private static boolean uses(Site site, HostSpec host, IpAddress router) {
        return site.routes().gateway(host).flatMap(Route::gateway).filter(router::equals).isPresent();
    }
}
