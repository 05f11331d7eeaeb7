package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * Frames a second of real time, each counted at every hop: one TCP connection in bulk from client over switch, router and
 * switch to server, every checksum verified where it arrives, everything traced.
 */
final class StackHops implements Benchmark {

    private static final int WARM_UP = 40_000_000;
    private static final int MEASURED = 80_000_000;
    private static final int PORT = 5001;
    private static final int CHUNK = 64 * 1024;

    @Override
    public String name() {
        return "stack.hops";
    }

    @Override
    public List<Figure> measure() throws SocketError {
        transfer(WARM_UP);
        long start = System.nanoTime();
        int frames = transfer(MEASURED);
        double seconds = (System.nanoTime() - start) / 1e9;
        return List.of(new Figure(name(), frames / seconds, "hop-packets/s"),
                new Figure(name() + ".goodput", MEASURED * 8.0 / seconds / 1e6, "Mbit/s"));
    }

    /** Sends that many bytes; how many frames it took. */
    private static int transfer(int bytes) throws SocketError {
        Network network = Network.build(Topology.named("path").withEveryLink(conditions -> conditions.withRate(0)), 1);
        StreamSocket listener = network.host("server").sockets().stream();
        listener.bind(new Endpoint(Ipv4Address.ANY, PORT));
        listener.listen(1);
        StreamSocket sender = network.host("client").sockets().stream();
        sender.connect(new Endpoint(network.host("server").addresses().getFirst(), PORT));
        while (!sender.isConnected() && network.events().runNext()) {
            // the handshake
        }
        network.events().runNext();
        pump(network, sender, listener, bytes);
        return network.trace().frames().size();
    }

    private static void pump(Network network, StreamSocket sender, StreamSocket listener, int bytes)
            throws SocketError {
        byte[] chunk = new byte[CHUNK];
        Origin origin = Origin.stack("client");
        StreamSocket receiver = null;
        int sent = 0;
        int received = 0;
        while (received < bytes) {
            if (sent < bytes && sender.sendSpace() > 0) {
                sent += sender.send(chunk, 0, Math.min(CHUNK, bytes - sent), origin);
            }
            if (receiver == null) {
                receiver = listener.accept().orElse(null);
            } else if (receiver.available() > 0) {
                received += receiver.receive(chunk, 0, CHUNK);
            }
            if (!network.events().runNext()) {
                throw new IllegalStateException("the transfer stopped after " + received + " bytes");
            }
        }
    }
}
