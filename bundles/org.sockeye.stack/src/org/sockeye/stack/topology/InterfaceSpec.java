package org.sockeye.stack.topology;

import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/**
 * An interface of a host or router.
 *
 * @param name such as "eth0"
 * @param mac its address on the link layer
 * @param address its address on the network layer
 * @param subnet the addresses of its neighbours
 * @param maximumPayload the largest payload of a frame on its link (MTU), in bytes
 */
public record InterfaceSpec(String name, MacAddress mac, Ipv4Address address, Subnet subnet,
        int maximumPayload) {
}
