package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sockeye.stack.application.DnsRecord;
import org.sockeye.stack.application.Names;
import org.sockeye.stack.application.Zone;
import org.sockeye.stack.wire.IpAddress;

/** What is known by name in a topology: its devices, and the names that it gives beside. */
final class KnownNames {

    private final Map<String, List<IpAddress>> addresses = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Names hostsFile;
    private final Zone zone;

    KnownNames(Topology topology, Ipv6Plan ipv6) {
        for (DeviceSpec device : topology.devices()) {
            switch (device) {
                case HostSpec host -> addresses.put(host.name(),
                        ipv6.known(host.options().ip(), host.options().addresses(), host.interfaces()));
                case RouterSpec router -> addresses.put(router.name(),
                        ipv6.known(router.options().ip(), router.options().addresses(), router.interfaces()));
                case OutsideSpec outside -> addresses.put(outside.name(),
                        ipv6.known(outside.options().ip(), outside.options().addresses(), List.of(outside.port())));
                case SwitchSpec plain -> {
                    // A switch has no address to be found by.
                }
                case AccessPointSpec radio -> {
                    // Nor has an access point.
                }
            }
        }
        for (NameSpec spec : topology.names()) {
            switch (spec) {
                case NameSpec.Addresses name -> addresses.put(name.name(), addressesOf(name.targets()));
                case NameSpec.Alias alias -> aliases.put(alias.name(), alias.canonical());
            }
        }
        hostsFile = resolved();
        zone = Zone.of(addresses).with(aliases.entrySet().stream()
                .map(alias -> DnsRecord.alias(alias.getKey(), alias.getValue(), Zone.TTL)).toList());
    }

    /** What hosts know that have no name server to ask; such a file has no aliases, but several names for an address. */
    Names hostsFile() {
        return hostsFile;
    }

    /** What name servers know. */
    Zone zone() {
        return zone;
    }

    private List<IpAddress> addressesOf(List<String> targets) {
        List<IpAddress> all = new ArrayList<>();
        for (String target : targets) {
            List<IpAddress> device = addresses.get(target);
            all.addAll(device != null ? device : List.of(IpAddress.parse(target)));
        }
        return all;
    }

    private Names resolved() {
        Map<String, List<IpAddress>> all = new LinkedHashMap<>(addresses);
        Map<String, String> canonical = new LinkedHashMap<>();
        addresses.keySet().forEach(name -> canonical.put(name.toLowerCase(Locale.ROOT), name));
        Map<String, String> known = new LinkedHashMap<>();
        aliases.forEach((name, other) -> known.put(name.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT)));
        aliases.forEach((name, other) -> {
            String at = other.toLowerCase(Locale.ROOT);
            while (known.containsKey(at)) {
                at = known.getOrDefault(at, at);
            }
            all.put(name, addresses.getOrDefault(canonical.getOrDefault(at, at), List.of()));
        });
        return new Names(all);
    }
}
