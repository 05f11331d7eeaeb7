package org.sockeye.stack.topology;

import java.util.List;

/**
 * A host: programs run here.
 *
 * @param name unique in the topology; also its name in DNS
 * @param interfaces eth0, eth1 ... in the order of its links
 */
public record HostSpec(String name, List<InterfaceSpec> interfaces) implements DeviceSpec {

    public HostSpec {
        interfaces = List.copyOf(interfaces);
    }
}
