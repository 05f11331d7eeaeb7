package org.sockeye.stack.transport.tcp;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;

/**
 * A client that sends as much as it can over a path of 10 Mbit/s and 40 ms there and back, whose router has room for a
 * few packets and loses some by chance.
 */
final class Bottleneck {

    private static final long NANOSECONDS_A_BYTE = 800;
    private static final long DELAY = 20_000_000;
    private static final int PORT = 5001;
    private static final int IP_HEADER = 20;

    private final EventQueue events = new EventQueue();
    private final FakeNetwork clientNetwork = new FakeNetwork(Wire.CLIENT, this::toServer);
    private final FakeNetwork serverNetwork = new FakeNetwork(Wire.SERVER, this::toClient);
    private final TcpTransport client;
    private final TcpTransport server;
    private final RandomGenerator chance;
    private final double loss;
    private final int room;
    private long freeAt;
    private int queued;
    private final byte[] heard = new byte[64 << 10];
    private final byte[] text = new byte[16 << 10];
    private long received;

    Bottleneck(TcpSettings settings, double loss, int room) {
        Randomness randomness = new Randomness(3);
        this.client = new TcpTransport("client", clientNetwork, events, randomness, new Trace(), settings);
        this.server = new TcpTransport("server", serverNetwork, events, randomness, new Trace(), settings);
        this.chance = randomness.stream("loss");
        this.loss = loss;
        this.room = room;
    }

    private void toServer(IpAddress source, IpAddress destination, Content segment) {
        if (queued >= room || chance.nextDouble() < loss) {
            return;
        }
        queued++;
        freeAt = Math.max(freeAt, events.now()) + (segment.bytes().length + IP_HEADER) * NANOSECONDS_A_BYTE;
        events.at(freeAt, () -> queued--);
        events.at(freeAt + DELAY, () -> serverNetwork.receiver().segment(source, destination, segment));
    }

    private void toClient(IpAddress source, IpAddress destination, Content segment) {
        events.after(DELAY, () -> clientNetwork.receiver().segment(source, destination, segment));
    }

    /** Megabits of payload a second that arrive in the given time. */
    double goodput(int seconds) throws SocketError {
        StreamSocket listener = server.open();
        listener.set(SocketOption.RECEIVE_BUFFER, 4 << 20);
        listener.bind(new Endpoint(Ipv4Address.ANY, PORT));
        listener.listen(1);
        listener.observe(() -> accept(listener));
        StreamSocket sending = client.open();
        sending.set(SocketOption.SEND_BUFFER, 4 << 20);
        sending.observe(() -> send(sending));
        sending.connect(new Endpoint(Wire.SERVER, PORT));
        long end = seconds * 1_000_000_000L;
        while (events.nextTime() <= end) {
            events.runNext();
        }
        return received * 8e-6 / seconds;
    }

    private void accept(StreamSocket listener) {
        try {
            Optional<StreamSocket> accepted = listener.accept();
            accepted.ifPresent(socket -> socket.observe(() -> read(socket)));
        } catch (SocketError e) {
            throw new AssertionError(e);
        }
    }

    private void read(StreamSocket socket) {
        try {
            byte[] bytes = heard;
            int count = socket.receive(bytes, 0, bytes.length);
            while (count > 0) {
                received += count;
                count = socket.receive(bytes, 0, bytes.length);
            }
        } catch (SocketError e) {
            throw new AssertionError(e);
        }
    }

    private void send(StreamSocket socket) {
        try {
            byte[] bytes = text;
            while (socket.isConnected() && socket.sendSpace() > 0) {
                socket.send(bytes, 0, bytes.length, Wire.origin("client"));
            }
        } catch (SocketError e) {
            throw new AssertionError(e);
        }
    }
}
