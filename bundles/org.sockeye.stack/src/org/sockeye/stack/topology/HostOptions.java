package org.sockeye.stack.topology;

import java.util.List;
import org.sockeye.stack.transport.tcp.TcpSettings;

/**
 * What may be asked of a host. Its layers are named as {@link Layers} knows them.
 *
 * @param addresses of its interfaces in the order of its links, such as "10.0.1.2/24"; those left out are given
 * @param dhcp true if it asks for the address of its first interface when it starts, instead of knowing it
 * @param link what its interfaces are; empty for what suits their links, Ethernet or WiFi
 * @param network what its network layer is; empty for IP
 * @param transport what carries its streams
 * @param datagrams what carries its datagrams
 * @param tcp how TCP behaves there
 * @param congestion TCP's congestion control; empty for that of {@code tcp}
 * @param ip which versions of IP it speaks, if it does
 */
public record HostOptions(List<String> addresses, boolean dhcp, String link, String network, String transport,
        String datagrams, TcpSettings tcp, String congestion, IpVersions ip) implements DeviceOptions {

    /** A host like any other. */
    public static final HostOptions USUAL = new HostOptions(List.of(), false, "", "", "tcp", "udp", TcpSettings.LINUX,
            "", IpVersions.FOUR);

    public HostOptions {
        addresses = List.copyOf(addresses);
    }

    public HostOptions withAddresses(List<String> others) {
        return new HostOptions(others, dhcp, link, network, transport, datagrams, tcp, congestion, ip);
    }

    public HostOptions withDhcp(boolean asks) {
        return new HostOptions(addresses, asks, link, network, transport, datagrams, tcp, congestion, ip);
    }

    public HostOptions withLink(String name) {
        return new HostOptions(addresses, dhcp, name, network, transport, datagrams, tcp, congestion, ip);
    }

    public HostOptions withNetwork(String name) {
        return new HostOptions(addresses, dhcp, link, name, transport, datagrams, tcp, congestion, ip);
    }

    public HostOptions withTransport(String name) {
        return new HostOptions(addresses, dhcp, link, network, name, datagrams, tcp, congestion, ip);
    }

    public HostOptions withDatagrams(String name) {
        return new HostOptions(addresses, dhcp, link, network, transport, name, tcp, congestion, ip);
    }

    public HostOptions withTcp(TcpSettings settings) {
        return new HostOptions(addresses, dhcp, link, network, transport, datagrams, settings, congestion, ip);
    }

    public HostOptions withCongestion(String name) {
        return new HostOptions(addresses, dhcp, link, network, transport, datagrams, tcp, name, ip);
    }

    public HostOptions withIp(IpVersions versions) {
        return new HostOptions(addresses, dhcp, link, network, transport, datagrams, tcp, congestion, versions);
    }

    /** The versions of IP that it speaks, with those that its addresses ask for. */
    IpVersions spoken() {
        return ip.with(addresses);
    }
}
