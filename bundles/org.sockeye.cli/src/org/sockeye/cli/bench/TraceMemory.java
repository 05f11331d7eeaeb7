package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.Topology;

/**
 * Bytes that the trace takes for a frame at one hop, in memory or in its file, beside the payload, which it keeps once:
 * for a TCP connection in bulk with 5 % loss in its way, and for one that sends 64 bytes at a time; the first figure is the
 * larger one. All that is recorded besides frames counts.
 */
final class TraceMemory implements Benchmark {

    private static final int BULK = 20_000_000;
    private static final int SMALL = 64;
    private static final int MESSAGES = 50_000;

    @Override
    public String name() {
        return "trace.memory";
    }

    @Override
    public List<Figure> measure() throws SocketError {
        double bulk = bulk();
        double small = small();
        return List.of(new Figure(name(), Math.max(bulk, small), "bytes/hop-packet"),
                new Figure(name() + ".bulk", bulk, "bytes/hop-packet"),
                new Figure(name() + ".small", small, "bytes/hop-packet"));
    }

    private static double bulk() throws SocketError {
        Network network = Network.build(Topology.named("path"), 1);
        Talk talk = Talk.connect(network, "client", "server", Talk.listen(network, "server", 5001));
        network.link("r1-s2").conditions(network.link("r1-s2").conditions().withLoss(0.05));
        talk.send(BULK);
        Talk.run(network, List.of(talk));
        return beside(network, BULK);
    }

    private static double small() throws SocketError {
        Network network = Network.build(Topology.named("path"), 1);
        Talk talk = Talk.connect(network, "client", "server", Talk.listen(network, "server", 5001));
        for (int i = 0; i < MESSAGES; i++) {
            talk.send(SMALL);
            Talk.run(network, List.of(talk));
        }
        return beside(network, SMALL * MESSAGES);
    }

    private static double beside(Network network, long payload) {
        return (network.trace().size() - (double) payload) / network.trace().frames().size();
    }
}
