package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.sockeye.stack.application.DnsName;
import org.sockeye.stack.wire.IpAddress;

/** The names of a topology beside those of its devices, as they are put together. */
final class NameBook {

    private final Map<String, NameSpec> names = new LinkedHashMap<>();

    /** Adds a name; {@code devices} tells what is the name of a device with addresses. */
    void add(NameSpec spec, Predicate<String> devices) {
        String name = spec.name();
        if (!DnsName.isValid(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot be a name; write it like www.example.com");
        }
        if (devices.test(name) || names.putIfAbsent(key(name), spec) != null) {
            throw new IllegalArgumentException("there is a name '" + name + "' already; take another");
        }
        if (spec instanceof NameSpec.Addresses addresses) {
            if (addresses.targets().isEmpty()) {
                throw new IllegalArgumentException(name + " needs an address; name a host, or write one like 10.0.1.2");
            }
            addresses.targets().stream().filter(target -> !devices.test(target)).forEach(target -> address(target));
        }
    }

    private static void address(String target) {
        try {
            IpAddress.parse(target);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + target
                    + "' is neither a host or router nor an address; for another name write { cname: " + target + " }",
                    e);
        }
    }

    /** All names, in the order in which they were added; every alias leads to a name that is known. */
    List<NameSpec> finish(Predicate<String> devices) {
        for (NameSpec spec : names.values()) {
            List<String> passed = new ArrayList<>();
            NameSpec at = spec;
            while (at instanceof NameSpec.Alias alias && !devices.test(alias.canonical())) {
                passed.add(key(alias.name()));
                at = names.get(key(alias.canonical()));
                if (at == null) {
                    throw new TopologyMistake(spec.name(), alias.name() + " is an alias of '" + alias.canonical()
                            + "', which is no name here; add it under dns, or name a host");
                }
                if (passed.contains(key(at.name()))) {
                    throw new TopologyMistake(spec.name(),
                            spec.name() + " is an alias that leads to no address, but in circles; name a host");
                }
            }
        }
        return List.copyOf(names.values());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
