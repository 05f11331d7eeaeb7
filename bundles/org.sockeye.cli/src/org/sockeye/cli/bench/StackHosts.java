package org.sockeye.cli.bench;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.topology.TopologyBuilder;

/**
 * Frames a second of real time, counted at every hop, in a network of 1,000 hosts at 100 switches in which every host talks
 * with one at another switch; and how much more a frame costs there than in one of 10 hosts at 2 switches.
 */
final class StackHosts implements Benchmark {

    private static final int HOSTS_A_SWITCH = 10;
    private static final int SWITCHES = 100;
    private static final int FEW = 2;
    private static final int BYTES = 80_000_000;

    @Override
    public String name() {
        return "stack.hosts";
    }

    @Override
    public List<Figure> measure() throws SocketError {
        rate(FEW, BYTES);
        rate(SWITCHES, BYTES / 2);
        double few = rate(FEW, BYTES);
        double many = rate(SWITCHES, BYTES);
        return List.of(new Figure(name(), many, "hop-packets/s"), new Figure(name() + ".ratio", few / many, "x"));
    }

    /** Connects every host with its partner, and only then measures how long it takes to send that many bytes in all. */
    private static double rate(int switches, int bytes) throws SocketError {
        Network network = Network.build(topology(switches), 1);
        int hosts = switches * HOSTS_A_SWITCH;
        List<Talk> talks = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            String partner = host((host + hosts / 2) % hosts);
            talks.add(Talk.connect(network, host(host), partner, Talk.listen(network, partner, 5001)));
        }
        talks.forEach(talk -> talk.send(bytes / hosts));
        long start = System.nanoTime();
        int frames = Talk.run(network, talks);
        return frames / ((System.nanoTime() - start) / 1e9);
    }

    /** A tree of switches, four below each. */
    private static Topology topology(int switches) {
        LinkConditions fast = LinkConditions.GOOD.withRate(0);
        TopologyBuilder topology = Topology.builder("bench");
        for (int i = 0; i < switches; i++) {
            topology.ethernetSwitch("s" + i);
            if (i > 0) {
                topology.link("s" + i, "s" + (i - 1) / 4, fast);
            }
        }
        for (int i = 0; i < switches * HOSTS_A_SWITCH; i++) {
            topology.host(host(i), "10.0." + i / 250 + "." + (i % 250 + 1) + "/16");
            topology.link(host(i), "s" + i / HOSTS_A_SWITCH, fast);
        }
        return topology.build();
    }

    private static String host(int number) {
        return "h" + number;
    }
}
