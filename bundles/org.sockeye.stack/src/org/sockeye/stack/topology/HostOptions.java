package org.sockeye.stack.topology;

import java.util.List;

/**
 * What may be asked of a host.
 *
 * @param addresses of its interfaces in the order of its links, such as "10.0.1.2/24"; those left out are given
 */
public record HostOptions(List<String> addresses) implements DeviceOptions {

    /** A host like any other. */
    public static final HostOptions USUAL = new HostOptions(List.of());

    public HostOptions {
        addresses = List.copyOf(addresses);
    }

    public HostOptions withAddresses(List<String> others) {
        return new HostOptions(others);
    }
}
