package org.sockeye.stack.topology;

/** What a topology file may say about a host. */
final class HostKeys {

    static final Keys<HostOptions> KEYS = Keys.<HostOptions>none()
            .with("addresses", (host, value) -> host.withAddresses(value.texts()))
            .with("link", (host, value) -> host.withLink(value.text()))
            .with("transport", (host, value) -> host.withTransport(value.text()))
            .with("datagrams", (host, value) -> host.withDatagrams(value.text()))
            .with("tcp", (host, value) -> TcpKeys.KEYS.read(value, host));

    private HostKeys() {
    }
}
