package org.sockeye.stack.topology;

import java.util.List;

/**
 * What may be asked of an outside device.
 *
 * @param addresses what it is known to have, such as "10.0.1.9/24", so that nobody else gets it; else it is given one
 * @param ip the versions of IP in which it is known by name
 */
public record OutsideOptions(List<String> addresses, IpVersions ip) implements DeviceOptions {

    /** An outside device like any other. */
    public static final OutsideOptions USUAL = new OutsideOptions(List.of(), IpVersions.FOUR);

    public OutsideOptions {
        addresses = List.copyOf(addresses);
    }

    public OutsideOptions withAddresses(List<String> others) {
        return new OutsideOptions(others, ip);
    }

    /** The versions of IP in which it is known, with those that its addresses ask for. */
    IpVersions spoken() {
        return ip.with(addresses);
    }

    public OutsideOptions withIp(IpVersions versions) {
        return new OutsideOptions(addresses, versions);
    }
}
