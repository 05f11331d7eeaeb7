package org.sockeye.stack.topology;

/** What a topology file may say about a host. */
final class HostKeys {

    static final Keys<HostOptions> KEYS = Keys.<HostOptions>none()
            .with("addresses", (host, value) -> host.withAddresses(value.texts()));

    private HostKeys() {
    }
}
