package org.sockeye.stack.topology;

import java.util.List;

/**
 * A host: programs run here.
 *
 * @param name unique in the topology; also its name in DNS
 * @param interfaces eth0, eth1 ... in the order of its links
 * @param options what else was asked of it
 */
public record HostSpec(String name, List<InterfaceSpec> interfaces, HostOptions options) implements DeviceSpec {

    public HostSpec {
        interfaces = List.copyOf(interfaces);
    }
}
