package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * Frames a second of real time, each counted at every hop, from client over switch, router and switch to server, on gigabit
 * links, every checksum computed and verified, everything traced: UDP in the smallest frames, 64 bytes, as rates of packets
 * are told of switches and routers (RFC 2544, section 9); and, as {@code bulk}, one TCP connection that fills its segments. The
 * fastest of several, as with {@link Bulk}.
 */
final class StackHops implements Benchmark {

    private static final long GIGABIT = 1_000_000_000;
    /** The payload that makes 64 bytes of a frame. */
    private static final int SMALLEST = 18;
    private static final int PORT = 5001;
    private static final int ROUND = 32;
    private static final int ROUNDS = 4_000;
    private static final int TIMES = 10;

    @Override
    public String name() {
        return "stack.hops";
    }

    @Override
    public List<Figure> measure() throws SocketError {
        double fastest = 0;
        for (int i = 0; i < TIMES; i++) {
            fastest = Math.max(fastest, datagrams());
        }
        Bulk.Rate bulk = new Bulk(GIGABIT).measure();
        return List.of(new Figure(name(), fastest, "hop-packets/s"),
                new Figure(name() + ".bulk", bulk.frames(), "hop-packets/s"));
    }

    private static double datagrams() throws SocketError {
        Network network = Network.build(Topology.named("path").withEveryLink(link -> link.withRate(GIGABIT)), 1);
        DatagramSocket server = network.host("server").sockets().datagram();
        server.bind(new Endpoint(Ipv4Address.ANY, PORT));
        DatagramSocket client = network.host("client").sockets().datagram();
        Endpoint to = new Endpoint(network.host("server").addresses().getFirst(), PORT);
        Origin origin = Origin.stack("client");
        int received = 0;
        long start = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < ROUND; i++) {
                client.send(new byte[SMALLEST], to, origin);
            }
            while (network.events().runNext()) {
                // all of the round arrives
            }
            while (server.receive().isPresent()) {
                received++;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (received != ROUNDS * ROUND) {
            throw new IllegalStateException(received + " datagrams of " + ROUNDS * ROUND + " arrived");
        }
        return network.trace().frames().size() / seconds;
    }
}
