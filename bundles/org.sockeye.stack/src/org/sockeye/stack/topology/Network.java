package org.sockeye.stack.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.link.AccessPoint;
import org.sockeye.stack.link.Outside;
import org.sockeye.stack.link.Switch;
import org.sockeye.stack.physical.Link;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;

/**
 * A network: a topology with its state. Driven from outside, by one thread, through its {@linkplain #events events}.
 */
public final class Network {

    private final Topology topology;
    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Map<String, Router> routers = new LinkedHashMap<>();
    private final Map<String, Switch> switches = new LinkedHashMap<>();
    private final Map<String, Outside> outsides = new LinkedHashMap<>();
    private final Map<String, AccessPoint> accessPoints = new LinkedHashMap<>();
    private final Map<String, Link> links;

    private Network(Topology topology, long seed) {
        this.topology = topology;
        topology.requireLayers();
        Site site = new Site(topology, events, trace, new Randomness(seed));
        for (DeviceSpec device : topology.devices()) {
            assemble(site, device);
        }
        this.links = site.links();
    }

    private void assemble(Site site, DeviceSpec device) {
        switch (device) {
            case HostSpec host -> hosts.put(host.name(), HostAssembly.build(site, host));
            case RouterSpec router -> routers.put(router.name(), RouterAssembly.build(site, router));
            case OutsideSpec outside -> outsides.put(outside.name(), outside(site, outside));
            case SwitchSpec plain -> switches.put(plain.name(), SwitchAssembly.build(site, plain));
            case AccessPointSpec radio -> accessPoints.put(radio.name(), AccessPointAssembly.build(site, radio));
        }
    }

    /**
     * A network at time 0; the same topology, seed and use give the same trace.
     *
     * @throws IllegalArgumentException if a host is to have a layer that the topology's {@link Layers} do not know
     */
    public static Network build(Topology topology, long seed) {
        return new Network(topology, seed);
    }

    public Topology topology() {
        return topology;
    }

    /** What will happen, and the clock. */
    public EventQueue events() {
        return events;
    }

    /** What has happened. */
    public Trace trace() {
        return trace;
    }

    /** The hosts in the order in which they were described. */
    public List<Host> hosts() {
        return List.copyOf(hosts.values());
    }

    /** The routers in the order in which they were described. */
    public List<Router> routers() {
        return List.copyOf(routers.values());
    }

    /** The switches in the order in which they were described. */
    public List<Switch> switches() {
        return List.copyOf(switches.values());
    }

    /**
     * The host of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public Host host(String name) {
        return known("host", name, hosts);
    }

    /**
     * The router of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public Router router(String name) {
        return known("router", name, routers);
    }

    /**
     * The switch of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public Switch ethernetSwitch(String name) {
        return known("switch", name, switches);
    }

    /**
     * The outside device of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public Outside outside(String name) {
        return known("outside device", name, outsides);
    }

    /**
     * The access point of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public AccessPoint accessPoint(String name) {
        return known("access point", name, accessPoints);
    }

    /**
     * The link of that name, such as "client-s1", or "client-lo" for what a device sends to itself.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public Link link(String name) {
        return known("link", name, links);
    }

    private static Outside outside(Site site, OutsideSpec spec) {
        LinkEnd end = new LinkEnd(spec.name(), spec.port().name());
        return new Outside(end, site.cable(end), site.events(), site.trace());
    }

    private static <T> T known(String what, String name, Map<String, T> all) {
        @Nullable T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("unknown " + what + " '" + name + "'; the topology has "
                    + (all.isEmpty() ? "none" : Listing.of(name, all.keySet())));
        }
        return found;
    }
}
