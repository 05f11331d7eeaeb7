package org.sockeye.stack.topology;

import java.util.List;

/**
 * A learning switch: joins its links to one.
 *
 * @param name unique in the topology
 * @param ports p1, p2 ... in the order of its links
 * @param options what else was asked of it
 */
public record SwitchSpec(String name, List<String> ports, SwitchOptions options) implements DeviceSpec {

    public SwitchSpec {
        ports = List.copyOf(ports);
    }
}
