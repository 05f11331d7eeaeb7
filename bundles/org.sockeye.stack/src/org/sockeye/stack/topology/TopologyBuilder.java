package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.MacAddress;

/**
 * A topology being put together: devices first, then the links between them. It can say all that a topology file can:
 *
 * <pre>
 * Topology topology = Topology.builder("pair")
 *         .host("client", "10.0.1.2/24")
 *         .host("server")
 *         .router("r1")
 *         .link("client", "r1")
 *         .link("r1", "server", LinkOptions.USUAL.withBoth(link -&gt; link.withLoss(0.05)))
 *         .build();
 * </pre>
 *
 * <p>Every call that makes a mistake throws an {@link IllegalArgumentException} whose message says what is wrong, and the
 * remedy.
 */
public final class TopologyBuilder {

    private static final String NAME = "[A-Za-z][A-Za-z0-9-]{0,62}";

    private final String topology;
    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, LinkSpec> links = new LinkedHashMap<>();
    private final Set<Set<String>> linked = new HashSet<>();
    private final Segments segments = new Segments();
    private final NameBook book = new NameBook();

    TopologyBuilder(String topology) {
        this.topology = topology;
    }

    /** Adds a host; {@code addresses} are given to its interfaces in the order of its links, such as "10.0.1.2/24". */
    public TopologyBuilder host(String name, String... addresses) {
        return host(name, HostOptions.USUAL.withAddresses(List.of(addresses)));
    }

    public TopologyBuilder host(String name, HostOptions options) {
        return device(name, options);
    }

    /** Adds a learning switch. */
    public TopologyBuilder ethernetSwitch(String name) {
        return ethernetSwitch(name, SwitchOptions.USUAL);
    }

    public TopologyBuilder ethernetSwitch(String name, SwitchOptions options) {
        return device(name, options);
    }

    /** Adds a router; {@code addresses} as of a host. */
    public TopologyBuilder router(String name, String... addresses) {
        return router(name, RouterOptions.USUAL.withAddresses(List.of(addresses)));
    }

    public TopologyBuilder router(String name, RouterOptions options) {
        return device(name, options);
    }

    /** Adds a device that is not simulated, at the end of one link; {@code addresses} as of a host. */
    public TopologyBuilder outside(String name, String... addresses) {
        return outside(name, OutsideOptions.USUAL.withAddresses(List.of(addresses)));
    }

    public TopologyBuilder outside(String name, OutsideOptions options) {
        return device(name, options);
    }

    /**
     * Adds a name that name servers know, beside those of the devices.
     *
     * @param name such as "www.example.com"
     * @param targets devices that have been added, which stand for all their addresses, or addresses
     */
    public TopologyBuilder name(String name, String... targets) {
        return name(new NameSpec.Addresses(name, List.of(targets)));
    }

    /** Adds another name for a name. */
    public TopologyBuilder alias(String name, String canonical) {
        return name(new NameSpec.Alias(name, canonical));
    }

    TopologyBuilder name(NameSpec spec) {
        book.add(spec, this::hasAddress);
        return this;
    }

    private boolean hasAddress(String name) {
        Device device = devices.get(name);
        return device != null && !device.isBridge();
    }

    /** Adds the access point of a radio network. */
    public TopologyBuilder accessPoint(String name) {
        return accessPoint(name, AccessPointOptions.USUAL);
    }

    public TopologyBuilder accessPoint(String name, AccessPointOptions options) {
        return device(name, options);
    }

    /**
     * Adds a link between two devices that have been added. Between a host and an access point it is radio, and otherwise a
     * cable.
     */
    public TopologyBuilder link(String a, String b) {
        return link(a, b, isRadio(a, b) ? LinkOptions.RADIO : LinkOptions.USUAL);
    }

    /** The same, with those conditions in both directions. */
    public TopologyBuilder link(String a, String b, LinkConditions conditions) {
        return link(a, b, LinkOptions.USUAL.withBoth(usual -> conditions));
    }

    boolean hasDevices() {
        return !devices.isEmpty();
    }

    /** True if a link between those two would be radio. */
    boolean isRadio(String a, String b) {
        return isRadio(known(a), known(b));
    }

    private static boolean isRadio(Device first, Device second) {
        return first.isHost() && second.isAccessPoint() || first.isAccessPoint() && second.isHost();
    }

    public TopologyBuilder link(String a, String b, LinkOptions options) {
        Device first = known(a);
        Device second = known(b);
        if (first == second) {
            throw new IllegalArgumentException("a link cannot lead from " + a + " to itself; name two devices");
        }
        boolean several = (first.isRouter() || second.isRouter()) && !first.isBridge() && !second.isBridge();
        if (!linked.add(Set.of(a, b)) && !several) {
            throw new IllegalArgumentException(a + " and " + b + " are linked already; remove one of the links");
        }
        refuseSecondLink(first);
        refuseSecondLink(second);
        boolean radio = isRadio(first, second);
        LinkEnd from = nextEnd(first, radio);
        LinkEnd to = nextEnd(second, radio);
        if (!segments.join(from, to)) {
            throw new IllegalArgumentException("the link from " + a + " to " + b
                    + " closes a ring of switches, in which frames would circle for ever; remove one of its links");
        }
        String name = nameOf(a + "-" + b);
        links.put(name, new LinkSpec(name, from, to, radio, options));
        return this;
    }

    private static void refuseSecondLink(Device device) {
        if (device.options() instanceof OutsideOptions && !device.ends().isEmpty()) {
            throw new IllegalArgumentException("the outside device " + device.name()
                    + " has a link already; an outside device is the end of one link, so name another for this one");
        }
    }

    private TopologyBuilder device(String name, DeviceOptions options) {
        if (!name.matches(NAME) || name.equalsIgnoreCase("localhost")) {
            throw new IllegalArgumentException("'" + name
                    + "' cannot be a name; take letters, digits and hyphens, a letter first, and not localhost");
        }
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            String other = devices.keySet().stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
            throw new IllegalArgumentException("there is a device '" + other + "' already; rename one of them");
        }
        devices.put(name, new Device(name, options));
        return this;
    }

    private Device known(String name) {
        Device device = devices.get(name);
        if (device == null) {
            throw new IllegalArgumentException("unknown device '" + name + "'; "
                    + (devices.isEmpty() ? "declare it under hosts, switches, routers or access-points"
                            : "the topology has " + Listing.of(name, devices.keySet())));
        }
        return device;
    }

    private LinkEnd nextEnd(Device device, boolean radio) {
        LinkEnd end = device.nextEnd(radio);
        if (device.isBridge()) {
            segments.join(device.ends().get(0), end);
        }
        return end;
    }

    /** The second link between two devices is "r1-r2-2", and so on. */
    private String nameOf(String plain) {
        String name = plain;
        for (int i = 2; links.containsKey(name); i++) {
            name = plain + "-" + i;
        }
        return name;
    }

    /**
     * The whole topology, with an address for every interface.
     *
     * @throws IllegalArgumentException if the whole makes no sense, such as a device without links
     */
    public Topology build() {
        devices.values().forEach(DeviceChecks::requireLink);
        List<List<LinkEnd>> local = new LocalNetworks(devices, links.values()).all();
        devices.values().forEach(new DeviceChecks(devices, links.values(), local)::check);
        Map<LinkEnd, InterfaceSpec> plan = new AddressPlan(List.copyOf(devices.values()), local,
                List.copyOf(links.values())).interfaces();
        List<DeviceSpec> specs = new ArrayList<>();
        for (Device device : devices.values()) {
            specs.add(switch (device.options()) {
                case HostOptions host -> new HostSpec(device.name(), interfaces(device, plan), host);
                case RouterOptions router -> new RouterSpec(device.name(), interfaces(device, plan), router);
                case SwitchOptions plain ->
                    new SwitchSpec(device.name(), device.ends().stream().map(LinkEnd::port).toList(), plain);
                case AccessPointOptions radio -> accessPoint(device, radio);
                case OutsideOptions outside -> new OutsideSpec(device.name(), interfaces(device, plan).getFirst(),
                        outside);
            });
        }
        // Mistakes in addresses of IPv6 are told now.
        new Ipv6Plan(specs);
        return new Topology(topology, specs, List.copyOf(links.values()), book.finish(this::hasAddress), Map.of(),
                Layers.standard());
    }

    /** Its address is apart from those of interfaces, which bear IP addresses of 10.0.0.0/8 and others behind 02:00. */
    private AccessPointSpec accessPoint(Device device, AccessPointOptions options) {
        long number = List.copyOf(devices.keySet()).indexOf(device.name()) + 1L;
        List<String> ports = device.ends().stream().map(LinkEnd::port)
                .filter(port -> !port.equals(AccessPointSpec.ANTENNA)).toList();
        return new AccessPointSpec(device.name(), new MacAddress(0x0201_0000_0000L | number), ports, options);
    }

    private static List<InterfaceSpec> interfaces(Device device, Map<LinkEnd, InterfaceSpec> plan) {
        return device.interfaces().stream().map(plan::get).toList();
    }
}
