package org.sockeye.stack.topology;

import java.util.List;

/**
 * What may be asked of an outside device.
 *
 * @param addresses what it is known to have, such as "10.0.1.9/24", so that nobody else gets it; else it is given one
 */
public record OutsideOptions(List<String> addresses) implements DeviceOptions {

    /** An outside device like any other. */
    public static final OutsideOptions USUAL = new OutsideOptions(List.of());

    public OutsideOptions {
        addresses = List.copyOf(addresses);
    }

    public OutsideOptions withAddresses(List<String> others) {
        return new OutsideOptions(others);
    }
}
