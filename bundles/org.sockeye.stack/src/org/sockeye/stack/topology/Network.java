package org.sockeye.stack.topology;

import java.util.*;
import org.sockeye.stack.time.*;
import org.sockeye.stack.trace.*;
import org.sockeye.stack.wire.*;

public final class Network {
    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final List<Host> hosts = new ArrayList<>();

    public static Network build(Topology t, long seed) {
        Network n = new Network();
        n.hosts.add(new Host("client", Ipv4Address.of(10, 0, 1, 2), n));
        n.hosts.add(new Host("server", Ipv4Address.of(10, 0, 2, 2), n));
        return n;
    }

    public EventQueue events() { return events; }

    public Trace trace() { return trace; }

    public List<Host> hosts() { return hosts; }

    public Host host(String name) {
        return hosts.stream().filter(h -> h.name.equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown host '" + name + "'"));
    }
}
