package org.sockeye.stack.topology;

import java.util.List;

/**
 * A router: forwards datagrams between its links, and answers questions for names.
 *
 * @param name unique in the topology; also its name in DNS
 * @param interfaces eth0, eth1 ... in the order of its links
 * @param options what else was asked of it
 */
public record RouterSpec(String name, List<InterfaceSpec> interfaces, RouterOptions options) implements DeviceSpec {

    public RouterSpec {
        interfaces = List.copyOf(interfaces);
    }
}
