package org.sockeye.stack.fuzz;

import java.util.random.RandomGenerator;
import org.sockeye.stack.network.PathChoice;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.topology.LinkOptions;
import org.sockeye.stack.topology.RouterOptions;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.topology.TopologyBuilder;

/** Networks as nobody would build them: one to four segments of hosts and switches in a row, with routers between. */
final class RandomTopology {

    private static final int[] PAYLOADS = { 1500, 1500, 1400, 1006, 600, 576 };

    private final RandomGenerator random;
    private final TopologyBuilder builder = Topology.builder("fuzz");
    private int hosts;
    private int switches;

    private RandomTopology(RandomGenerator random) {
        this.random = random;
    }

    static Topology of(RandomGenerator random) {
        return new RandomTopology(random).build();
    }

    private Topology build() {
        int segments = 1 + random.nextInt(4);
        for (int i = 1; i < segments; i++) {
            builder.router("r" + i, RouterOptions.USUAL
                    .withPaths(random.nextBoolean() ? PathChoice.PER_FLOW : PathChoice.PER_PACKET));
        }
        for (int i = 0; i < segments; i++) {
            segment(i > 0 ? "r" + i : "", i < segments - 1 ? "r" + (i + 1) : "");
        }
        return builder.build();
    }

    /** Hosts on a tree of switches, or on a cable of their own; a second cable between two routers now and then. */
    private void segment(String left, String right) {
        String hub = newSwitch();
        if (!left.isEmpty() && !right.isEmpty() && random.nextInt(3) == 0) {
            builder.link(left, right, options());
            builder.link(left, right, options());
        } else if (!right.isEmpty()) {
            builder.link(hub, right, options());
        }
        if (!left.isEmpty()) {
            builder.link(left, hub, options());
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String host = "h" + ++hosts;
            builder.host(host);
            if (random.nextInt(3) == 0) {
                String further = newSwitch();
                builder.link(hub, further, options());
                builder.link(host, further, options());
            } else {
                builder.link(host, hub, options());
            }
        }
    }

    private String newSwitch() {
        String name = "s" + ++switches;
        builder.ethernetSwitch(name);
        return name;
    }

    private LinkOptions options() {
        LinkOptions options = new LinkOptions(conditions(random), conditions(random), 1500);
        return random.nextInt(4) == 0 ? options.withMaximumPayload(PAYLOADS[random.nextInt(PAYLOADS.length)]) : options;
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
