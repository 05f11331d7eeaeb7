package org.sockeye.stack.topology;

import java.util.List;

/** What a topology file may say about a host. */
final class HostKeys {

    static final Keys<HostOptions> KEYS = Keys.<HostOptions>none()
            .with("addresses", HostKeys::addresses)
            .with("ip", (host, value) -> host.withIp(value.as(IpVersions::parse)))
            .with("link", (host, value) -> host.withLink(value.text()))
            .with("network", (host, value) -> host.withNetwork(value.text()))
            .with("transport", (host, value) -> host.withTransport(value.text()))
            .with("datagrams", (host, value) -> host.withDatagrams(value.text()))
            .with("tcp", (host, value) -> TcpKeys.KEYS.read(value, host));

    /** The word "dhcp" in place of addresses leaves it to the network to tell the host. */
    static HostOptions addresses(HostOptions host, YamlValue value) {
        List<String> texts = value.texts();
        return texts.equals(List.of("dhcp")) ? host.withDhcp(true) : host.withAddresses(texts);
    }

    private HostKeys() {
    }
}
