package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.Topology;

/**
 * Transfers in bulk over the path of client, switch, router, switch and server, each on a network of its own. The first
 * ones, while the virtual machine is still compiling, do not count; of the others the fastest does, since whoever else uses
 * the machine can only make one slower.
 *
 * @param rate of the links, in bits per second; 0 if they have no limit
 */
record Bulk(long rate) {

    private static final int WARM_UPS = 12;
    private static final int MEASURED = 6;
    private static final int BYTES = 60_000_000;

    /**
     * What went over the network in a second of real time.
     *
     * @param frames counted once a hop
     * @param bytes of payload
     */
    record Rate(double frames, double bytes) {
    }

    Rate measure() throws SocketError {
        for (int i = 0; i < WARM_UPS; i++) {
            transfer();
        }
        Rate fastest = transfer();
        for (int i = 1; i < MEASURED; i++) {
            Rate other = transfer();
            fastest = other.bytes > fastest.bytes ? other : fastest;
        }
        return fastest;
    }

    private Rate transfer() throws SocketError {
        Network network = Network.build(Topology.named("path").withEveryLink(conditions -> conditions.withRate(rate)),
                1);
        Talk talk = Talk.connect(network, "client", "server", Talk.listen(network, "server", 5001));
        talk.send(BYTES);
        long start = System.nanoTime();
        int frames = Talk.run(network, List.of(talk));
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Rate(frames / seconds, BYTES / seconds);
    }
}
