package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sockeye.stack.link.PortVlans;

/** What a topology file may say about a switch. */
final class SwitchKeys {

    static final Keys<SwitchOptions> KEYS = Keys.<SwitchOptions>none().with("vlans", SwitchKeys::vlans);

    private SwitchKeys() {
    }

    private static SwitchOptions vlans(SwitchOptions before, YamlValue value) {
        SwitchOptions options = before;
        for (Map.Entry<YamlValue, YamlValue> port : value.entries().entrySet()) {
            options = options.withVlans(port.getKey().text(), port.getValue().located(() -> port(port.getValue())));
        }
        return options;
    }

    /** A number, "trunk" for all, or a list of numbers for a trunk that carries those. */
    private static PortVlans port(YamlValue value) {
        if (value.isList()) {
            List<Integer> vlans = new ArrayList<>();
            value.items().forEach(vlan -> vlans.add(Quantity.count(vlan.text(), "a virtual LAN")));
            return PortVlans.trunk(vlans);
        }
        return value.text().equals("trunk") ? PortVlans.trunk()
                : PortVlans.access(Quantity.count(value.text(), "a virtual LAN"));
    }
}
