package org.sockeye.stack.topology;

import java.util.List;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.MacAddress;

/**
 * An access point of a radio network: joins the hosts that are linked to it by radio, and its cables, to one.
 *
 * @param name unique in the topology
 * @param mac the address of its antenna, which names the radio network
 * @param ports p1, p2 ... in the order of its cables
 * @param options what else was asked of it
 */
public record AccessPointSpec(String name, MacAddress mac, List<String> ports, AccessPointOptions options)
        implements DeviceSpec {

    /** What the antenna of every access point is called. */
    public static final String ANTENNA = "wlan0";

    public AccessPointSpec {
        ports = List.copyOf(ports);
    }

    /** Where its radio links end. */
    public LinkEnd antenna() {
        return new LinkEnd(name, ANTENNA);
    }
}
