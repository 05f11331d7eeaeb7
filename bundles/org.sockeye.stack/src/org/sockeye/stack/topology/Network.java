package org.sockeye.stack.topology;

import java.util.List;
import java.util.Map;
import org.sockeye.stack.physical.Link;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Trace;

/**
 * A network: a topology with its state. Driven from outside, by one thread, through its {@linkplain #events events}.
 */
public final class Network {

    private final Topology topology;
    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final Map<String, Host> hosts;
    private final Map<String, Link> links;

    private Network(Topology topology, long seed) {
        this.topology = topology;
        NetworkBuilder built = new NetworkBuilder(topology, events, trace, new Randomness(seed));
        this.hosts = built.hosts();
        this.links = built.links();
    }

    /** A network at time 0; the same topology, seed and use give the same trace. */
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

    /**
     * The host of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public Host host(String name) {
        Host host = hosts.get(name);
        if (host == null) {
            throw new IllegalArgumentException(
                    "unknown host '" + name + "'; the topology has " + String.join(", ", hosts.keySet()));
        }
        return host;
    }

    /**
     * The link of that name, such as "client-s1", or "client-lo" for what a device sends to itself.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public Link link(String name) {
        Link link = links.get(name);
        if (link == null) {
            throw new IllegalArgumentException(
                    "unknown link '" + name + "'; the topology has " + String.join(", ", links.keySet()));
        }
        return link;
    }
}
