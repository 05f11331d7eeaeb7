package org.sockeye.stack.topology;

/** What a topology file may say about an outside device. */
final class OutsideKeys {

    static final Keys<OutsideOptions> KEYS = Keys.<OutsideOptions>none()
            .with("addresses", (outside, value) -> outside.withAddresses(value.texts()))
            .with("ip", (outside, value) -> outside.withIp(value.as(IpVersions::parse)));

    private OutsideKeys() {
    }
}
