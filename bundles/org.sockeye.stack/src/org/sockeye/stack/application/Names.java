package org.sockeye.stack.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sockeye.stack.wire.IpAddress;

/** Names and their addresses, and back: what a host keeps in its own hosts file. */
public final class Names {

    /** No names at all. */
    public static final Names NONE = new Names(Map.of());

    private final Map<String, List<IpAddress>> addresses = new TreeMap<>();
    private final Map<IpAddress, String> names = new LinkedHashMap<>();

    /** Names in any case; an address that has two keeps the first. */
    public Names(Map<String, List<IpAddress>> known) {
        known.forEach((name, all) -> {
            addresses.put(name.toLowerCase(Locale.ROOT), List.copyOf(all));
            all.forEach(address -> names.putIfAbsent(address, name));
        });
    }

    /** The addresses of a name, upper or lower case; empty if there is no such name. */
    public Optional<List<IpAddress>> addresses(String name) {
        return Optional.ofNullable(addresses.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The name of an address. */
    public Optional<String> name(IpAddress address) {
        return Optional.ofNullable(names.get(address));
    }
}
