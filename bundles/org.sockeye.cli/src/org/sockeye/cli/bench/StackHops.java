package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.Topology;

/**
 * Frames a second of real time, each counted at every hop: one TCP connection in bulk from client over switch, router and
 * switch to server, every checksum computed and verified, everything traced. The first transfers, while the virtual
 * machine is still compiling, do not count.
 */
final class StackHops implements Benchmark {

    private static final int WARM_UPS = 8;
    private static final int MEASURED = 3;
    private static final int BYTES = 60_000_000;

    @Override
    public String name() {
        return "stack.hops";
    }

    @Override
    public List<Figure> measure() throws SocketError {
        Rate rate = transfers();
        return List.of(new Figure(name(), rate.frames / rate.seconds, "hop-packets/s"));
    }

    /** What went over the network in a while of real time. */
    record Rate(long frames, long bytes, double seconds) {
    }

    /** One transfer after the other, each on a network of its own. */
    static Rate transfers() throws SocketError {
        for (int i = 0; i < WARM_UPS; i++) {
            transfer();
        }
        long frames = 0;
        long start = System.nanoTime();
        for (int i = 0; i < MEASURED; i++) {
            frames += transfer();
        }
        return new Rate(frames, (long) MEASURED * BYTES, (System.nanoTime() - start) / 1e9);
    }

    private static int transfer() throws SocketError {
        Network network = Network.build(Topology.named("path").withEveryLink(conditions -> conditions.withRate(0)), 1);
        Talk talk = Talk.connect(network, "client", "server", Talk.listen(network, "server", 5001));
        talk.send(BYTES);
        return Talk.run(network, List.of(talk));
    }
}
