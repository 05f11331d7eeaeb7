package org.sockeye.stack.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sockeye.stack.link.PortVlans;

/**
 * What may be asked of a switch.
 *
 * @param vlans of which virtual LANs its ports are part, by the ports' names; those left out know nothing of such
 */
public record SwitchOptions(Map<String, PortVlans> vlans) implements DeviceOptions {

    /** A switch like any other. */
    public static final SwitchOptions USUAL = new SwitchOptions(Map.of());

    public SwitchOptions {
        vlans = Map.copyOf(vlans);
    }

    /** A port of the switch, such as "p1", is part of some virtual LANs. */
    public SwitchOptions withVlans(String port, PortVlans lans) {
        Map<String, PortVlans> more = new LinkedHashMap<>(vlans);
        more.put(port, lans);
        return new SwitchOptions(more);
    }

    /** What a port is part of. */
    PortVlans vlans(String port) {
        return vlans.getOrDefault(port, PortVlans.NONE);
    }
}
