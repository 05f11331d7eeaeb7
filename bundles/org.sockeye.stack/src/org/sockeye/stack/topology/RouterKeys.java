package org.sockeye.stack.topology;

import java.util.Map;
import org.sockeye.stack.network.PathChoice;

/** What a topology file may say about a router. */
final class RouterKeys {

    static final Keys<RouterOptions> KEYS = Keys.<RouterOptions>none()
            .with("addresses", (router, value) -> router.withAddresses(value.texts()))
            .with("ip", (router, value) -> router.withIp(value.as(IpVersions::parse)))
            .with("paths", (router, value) -> router.withPaths(paths(value)))
            .with("nat", (router, value) -> router.withNat(value.text()))
            .with("vlans", RouterKeys::vlans);

    private RouterKeys() {
    }

    private static RouterOptions vlans(RouterOptions before, YamlValue value) {
        RouterOptions options = before;
        for (Map.Entry<YamlValue, YamlValue> port : value.entries().entrySet()) {
            RouterOptions known = options;
            options = port.getValue()
                    .located(() -> known.withVlans(port.getKey().text(), port.getValue().texts().stream()
                            .map(vlan -> Quantity.count(vlan, "a virtual LAN")).toList()));
        }
        return options;
    }

    private static PathChoice paths(YamlValue value) {
        return switch (value.text()) {
            case "per-flow" -> PathChoice.PER_FLOW;
            case "per-packet" -> PathChoice.PER_PACKET;
            default -> throw value.mistake("'" + value.text() + "' is no way to choose a path; write per-flow or"
                    + " per-packet");
        };
    }
}
