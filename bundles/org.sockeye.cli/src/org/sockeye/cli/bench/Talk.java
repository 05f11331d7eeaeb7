package org.sockeye.cli.bench;

import java.util.Random;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

/** A connection on a simulated network over which bytes flow one way, as fast as it lets them. */
final class Talk {

    private static final byte[] DATA = data();
    /** What arrives is read and forgotten. */
    private static final byte[] INTO = new byte[DATA.length];

    private final StreamSocket sender;
    private final StreamSocket receiver;
    private final Origin origin;
    private int unsent;
    private int expected;

    private Talk(StreamSocket sender, StreamSocket receiver, String host) {
        this.sender = sender;
        this.receiver = receiver;
        this.origin = Origin.stack(host);
        sender.observe(this::send);
        receiver.observe(this::receive);
    }

    /** Bytes that no two packets have in common. */
    private static byte[] data() {
        byte[] data = new byte[64 * 1024];
        new Random(1).nextBytes(data);
        return data;
    }

    /** Something that listens on a host. */
    static StreamSocket listen(Network network, String host, int port) throws SocketError {
        StreamSocket listener = network.host(host).sockets().stream();
        listener.bind(new Endpoint(Ipv4Address.ANY, port));
        listener.listen(128);
        return listener;
    }

    /** Connects, and runs the network until the listener has the client. */
    static Talk connect(Network network, String client, String server, StreamSocket listener) throws SocketError {
        StreamSocket sender = network.host(client).sockets().stream();
        sender.connect(new Endpoint(network.host(server).addresses().getFirst(), listener.local().port()));
        while (!listener.isAcceptable() && network.events().runNext()) {
            // the handshake
        }
        return new Talk(sender, listener.accept().orElseThrow(), client);
    }

    /** Sends so many bytes more from now on. */
    void send(int bytes) {
        unsent += bytes;
        expected += bytes;
        send();
    }

    boolean isDone() {
        return expected == 0;
    }

    private void send() {
        try {
            while (unsent > 0 && sender.sendSpace() > 0) {
                unsent -= sender.send(DATA, 0, Math.min(DATA.length, unsent), origin);
            }
        } catch (SocketError e) {
            throw new IllegalStateException(e);
        }
    }

    private void receive() {
        try {
            while (receiver.available() > 0) {
                expected -= receiver.receive(INTO, 0, INTO.length);
            }
        } catch (SocketError e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a network until all is said; how many frames that took. */
    static int run(Network network, Iterable<Talk> talks) {
        int before = network.trace().frames().size();
        for (Talk talk : talks) {
            while (!talk.isDone()) {
                if (!network.events().runNext()) {
                    throw new IllegalStateException("a transfer stopped with " + talk.expected + " bytes to come");
                }
            }
        }
        return network.trace().frames().size() - before;
    }
}
