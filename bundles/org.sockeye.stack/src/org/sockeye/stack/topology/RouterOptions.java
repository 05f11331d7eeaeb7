package org.sockeye.stack.topology;

import java.util.List;

/**
 * What may be asked of a router.
 *
 * @param addresses of its interfaces in the order of its links, such as "10.0.1.1/24"; those left out are given
 */
public record RouterOptions(List<String> addresses) implements DeviceOptions {

    /** A router like any other. */
    public static final RouterOptions USUAL = new RouterOptions(List.of());

    public RouterOptions {
        addresses = List.copyOf(addresses);
    }

    public RouterOptions withAddresses(List<String> others) {
        return new RouterOptions(others);
    }
}
