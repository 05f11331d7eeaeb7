package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.trace.LinkEnd;

/** A topology being put together: devices first, then links; every mistake is told by the call that makes it. */
final class Draft {

    private static final String NAME = "[A-Za-z][A-Za-z0-9-]{0,62}";

    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final List<LinkSpec> links = new ArrayList<>();
    private final Segments segments = new Segments();

    /** What a device is. */
    enum Kind {
        HOST, SWITCH, ROUTER
    }

    /** A device so far, with the ends of its links. */
    record Device(Kind kind, String name, List<String> addresses, List<LinkEnd> ends) {
    }

    /** Adds a device; {@code addresses} are given to its interfaces in order, such as "10.0.1.2/24". */
    void device(Kind kind, String name, List<String> addresses) {
        if (!name.matches(NAME) || name.equalsIgnoreCase("localhost")) {
            throw new IllegalArgumentException("'" + name
                    + "' cannot be a name; take letters, digits and hyphens, a letter first, and not localhost");
        }
        for (String other : devices.keySet()) {
            if (other.equalsIgnoreCase(name)) {
                throw new IllegalArgumentException("there is a device '" + other + "' already; rename one of them");
            }
        }
        devices.put(name, new Device(kind, name, addresses, new ArrayList<>()));
    }

    /** Adds a link between two devices that have been added. */
    void link(String a, String b, LinkConditions conditions) {
        Device first = known(a);
        Device second = known(b);
        if (first == second) {
            throw new IllegalArgumentException("a link cannot lead from " + a + " to itself; name two devices");
        }
        for (LinkSpec link : links) {
            boolean same = link.a().device().equals(a) && link.b().device().equals(b);
            if (same || link.a().device().equals(b) && link.b().device().equals(a)) {
                throw new IllegalArgumentException(a + " and " + b + " are linked already; remove one of the links");
            }
        }
        LinkEnd from = first.kind == Kind.SWITCH ? port(first) : ethernet(first);
        LinkEnd to = second.kind == Kind.SWITCH ? port(second) : ethernet(second);
        if (!segments.join(from, to)) {
            throw new IllegalArgumentException("the link from " + a + " to " + b
                    + " closes a ring of switches, in which frames would circle for ever; remove one of its links");
        }
        links.add(new LinkSpec(a + "-" + b, from, to, conditions));
    }

    private LinkEnd ethernet(Device device) {
        LinkEnd end = new LinkEnd(device.name, "eth" + device.ends.size());
        device.ends.add(end);
        return end;
    }

    private LinkEnd port(Device device) {
        LinkEnd end = new LinkEnd(device.name, "p" + (device.ends.size() + 1));
        if (!device.ends.isEmpty()) {
            segments.join(device.ends.get(0), end);
        }
        device.ends.add(end);
        return end;
    }

    private Device known(String name) {
        return Optional.ofNullable(devices.get(name)).orElseThrow(() -> new IllegalArgumentException(
                "unknown device '" + name + "'; " + (devices.isEmpty() ? "declare it under hosts, switches or routers"
                        : "the topology has " + String.join(", ", devices.keySet()))));
    }

    /** The whole topology, with an address for every interface. */
    Topology finish(String name) {
        for (Device device : devices.values()) {
            if (device.ends.isEmpty()) {
                throw new TopologyMistake(device.name, device.kind.name().toLowerCase(Locale.ROOT) + " '" + device.name
                        + "' has no link; add one, or remove it");
            }
        }
        Map<LinkEnd, InterfaceSpec> plan = new AddressPlan(List.copyOf(devices.values()), segments.all()).interfaces();
        List<DeviceSpec> specs = new ArrayList<>();
        for (Device device : devices.values()) {
            specs.add(switch (device.kind) {
                case HOST -> new HostSpec(device.name, device.ends.stream().map(plan::get).toList());
                case ROUTER -> new RouterSpec(device.name, device.ends.stream().map(plan::get).toList());
                case SWITCH -> new SwitchSpec(device.name, device.ends.stream().map(LinkEnd::port).toList());
            });
        }
        return new Topology(name, specs, links);
    }
}
