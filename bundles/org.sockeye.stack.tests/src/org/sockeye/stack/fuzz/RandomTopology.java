package org.sockeye.stack.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.sockeye.stack.link.PortVlans;
import org.sockeye.stack.network.PathChoice;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.topology.HostOptions;
import org.sockeye.stack.topology.IpVersions;
import org.sockeye.stack.topology.LinkOptions;
import org.sockeye.stack.topology.RouterOptions;
import org.sockeye.stack.topology.SwitchOptions;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.topology.TopologyBuilder;
import org.sockeye.stack.wire.Ipv6Header;

/**
 * Networks as nobody would build them: one to four segments of hosts, switches and access points in a row, with routers
 * between, some of which translate addresses; and each device speaks what it likes of both versions of IP.
 */
final class RandomTopology {

    private static final int[] PAYLOADS = { 1500, 1500, 1400, 1006, 600, 576 };
    private static final List<Integer> VLANS = List.of(10, 10, 10, 20);

    private final RandomGenerator random;
    private final TopologyBuilder builder = Topology.builder("fuzz");
    private final boolean hasSix;
    private final List<Bridge> bridges = new ArrayList<>();
    private final List<Runnable> links = new ArrayList<>();
    private final Map<String, RouterOptions> routers = new LinkedHashMap<>();
    /** How many cables lead to each device so far. */
    private final Map<String, Integer> ends = new HashMap<>();
    private int hosts;
    private int accessPoints;

    /** A switch that is declared when it is known what its ports lead to; of virtual LANs unless {@code plain}. */
    private final class Bridge {

        private final String name = "s" + (bridges.size() + 1);
        private final boolean plain;
        private SwitchOptions options = SwitchOptions.USUAL;
        private int ports;

        Bridge(boolean plain) {
            this.plain = plain;
            bridges.add(this);
        }

        /** Some virtual LAN, if it has any. */
        PortVlans lan() {
            return plain ? PortVlans.NONE : PortVlans.access(VLANS.get(random.nextInt(VLANS.size())));
        }

        void link(String device, PortVlans lan) {
            options = options.withVlans("p" + ++ports, lan);
            cable(name, device);
        }

        void link(Bridge other) {
            other.options = other.options.withVlans("p" + ++other.ports, plain ? PortVlans.NONE : PortVlans.trunk());
            link(other.name, plain ? PortVlans.NONE : PortVlans.trunk());
        }
    }

    private RandomTopology(RandomGenerator random) {
        this.random = random;
        this.hasSix = random.nextBoolean();
    }

    static Topology of(RandomGenerator random) {
        return new RandomTopology(random).build();
    }

    private Topology build() {
        int segments = 1 + random.nextInt(4);
        for (int i = 1; i < segments; i++) {
            RouterOptions options = RouterOptions.USUAL.withIp(versions())
                    .withPaths(random.nextBoolean() ? PathChoice.PER_FLOW : PathChoice.PER_PACKET);
            routers.put("r" + i, options.ip() != IpVersions.SIX && random.nextInt(4) == 0 ? options.withNat("eth0")
                    : options);
        }
        for (int i = 0; i < segments; i++) {
            segment(i > 0 ? "r" + i : "", i < segments - 1 ? "r" + (i + 1) : "");
        }
        routers.forEach(builder::router);
        bridges.forEach(bridge -> builder.ethernetSwitch(bridge.name, bridge.options));
        links.forEach(Runnable::run);
        return builder.build();
    }

    /** Of one version only, as a rule; where there is IPv6, most devices speak both, and some but one. */
    private IpVersions versions() {
        return !hasSix ? IpVersions.FOUR : random.nextInt(4) > 0 ? IpVersions.BOTH
                : IpVersions.values()[random.nextInt(IpVersions.values().length)];
    }

    private void cable(String from, String to) {
        ends.merge(from, 1, Integer::sum);
        ends.merge(to, 1, Integer::sum);
        LinkOptions options = options();
        links.add(() -> builder.link(from, to, options));
    }

    /** Hosts on a tree of switches, or in the air; a second cable between two routers now and then. */
    private void segment(String left, String right) {
        Bridge hub = new Bridge(random.nextInt(4) > 0);
        PortVlans backbone = hub.lan();
        if (!left.isEmpty() && !right.isEmpty() && random.nextInt(3) == 0) {
            cable(left, right);
            cable(left, right);
        } else if (!right.isEmpty()) {
            hub.link(right, backbone);
        }
        if (!left.isEmpty()) {
            if (!hub.plain && random.nextBoolean()) {
                String port = "eth" + ends.getOrDefault(left, 0);
                routers.computeIfPresent(left, (name, options) -> options.withVlans(port, List.of(10, 20)));
                backbone = PortVlans.trunk();
            }
            hub.link(left, backbone);
        }
        if (random.nextInt(4) == 0) {
            cell(hub);
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Bridge near = hub;
            if (random.nextInt(3) == 0) {
                near = new Bridge(hub.plain);
                hub.link(near);
            }
            near.link(host(hub.plain && routers.containsKey(left) && routers.get(left).ip() != IpVersions.SIX),
                    near.lan());
        }
    }

    /** An access point with one or two stations. */
    private void cell(Bridge hub) {
        String accessPoint = "ap" + ++accessPoints;
        builder.accessPoint(accessPoint);
        hub.link(accessPoint, hub.lan());
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            String station = host(false);
            LinkOptions options = random.nextBoolean() ? LinkOptions.RADIO
                    : LinkOptions.RADIO.withBoth(good -> good.withLoss(random.nextDouble() * 0.1));
            links.add(() -> builder.link(station, accessPoint, options));
        }
    }

    /** A host; some ask for their addresses where a {@code router} may answer. */
    private String host(boolean router) {
        String name = "h" + ++hosts;
        HostOptions options = HostOptions.USUAL.withIp(versions());
        if (options.ip() != IpVersions.FOUR && random.nextInt(3) == 0) {
            options = options.withAddresses(List.of("auto"));
        } else if (options.ip() == IpVersions.FOUR && router && random.nextInt(4) == 0) {
            options = options.withDhcp(true);
        }
        builder.host(name, options);
        return name;
    }

    private LinkOptions options() {
        LinkOptions options = new LinkOptions(conditions(random), conditions(random), 1500);
        return random.nextInt(4) == 0 ? options.withMaximumPayload(Math.max(PAYLOADS[random.nextInt(PAYLOADS.length)],
                hasSix ? Ipv6Header.MINIMUM_MTU : 0)) : options;
    }

    /** Good ones half of the time; else some chance of everything that can go wrong. */
    static LinkConditions conditions(RandomGenerator random) {
        LinkConditions good = LinkConditions.GOOD.withDelay(random.nextLong(20_000_000))
                .withRate(random.nextInt(4) == 0 ? 0 : 1_000_000L << random.nextInt(10));
        return random.nextBoolean() ? good
                : good.withLoss(random.nextDouble() * 0.1).withCorrupt(random.nextDouble() * 0.05)
                        .withDuplicate(random.nextDouble() * 0.1).withReorder(random.nextDouble() * 0.2)
                        .withQueue(5 + random.nextInt(200));
    }
}
