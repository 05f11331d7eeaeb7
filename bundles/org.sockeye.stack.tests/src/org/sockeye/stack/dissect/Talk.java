package org.sockeye.stack.dissect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.Sockets;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;

/** Two programs that talk by turns over a stream: each says its line when all lines before have arrived, then both close. */
final class Talk {

    private record Line(boolean byClient, byte[] bytes) {
    }

    private final List<Line> lines = new ArrayList<>();
    private final byte[] buffer = new byte[8192];
    private @Nullable StreamSocket client;
    private @Nullable StreamSocket server;
    private int turn;
    private int said;
    private int heard;

    /** What the client says next. */
    Talk client(String text) {
        return client(text.getBytes(UTF_8));
    }

    Talk client(byte[] bytes) {
        return line(true, bytes);
    }

    /** What the server says next. */
    Talk server(String text) {
        return server(text.getBytes(UTF_8));
    }

    Talk server(byte[] bytes) {
        return line(false, bytes);
    }

    private Talk line(boolean byClient, byte[] bytes) {
        if (bytes.length > 0) {
            lines.add(new Line(byClient, bytes));
        }
        return this;
    }

    /** Has it said between two hosts, and waits until all is quiet. */
    void over(TestNetwork network, String from, String to, IpAddress address, int port) throws SocketError {
        StreamSocket listener = network.network().host(to).sockets().stream();
        listener.bind(new Endpoint(address.any(), port));
        listener.listen(5);
        listener.observe(() -> guarded(() -> {
            Optional<StreamSocket> accepted = listener.accept();
            if (accepted.isPresent()) {
                server = accepted.get();
                server.observe(() -> guarded(this::step));
                step();
            }
        }));
        Sockets sockets = network.network().host(from).sockets();
        client = sockets.stream();
        client.observe(() -> guarded(this::step));
        client.connect(new Endpoint(address, port));
        network.settle();
        listener.close();
        assertTrue(turn == lines.size(), () -> "only " + turn + " of " + lines.size() + " lines were said");
    }

    private void step() throws SocketError {
        StreamSocket one = client;
        StreamSocket other = server;
        while (one != null && other != null && one.isConnected() && turn < lines.size()) {
            Line line = lines.get(turn);
            StreamSocket speaker = line.byClient ? one : other;
            StreamSocket listener = line.byClient ? other : one;
            said += said < line.bytes.length
                    ? speaker.send(line.bytes, said, line.bytes.length - said, Origin.stack("test")) : 0;
            int got = listener.available() == 0 ? 0 : listener.receive(buffer, 0, buffer.length);
            heard += got;
            if (heard == line.bytes.length) {
                turn++;
                said = 0;
                heard = 0;
            } else if (got == 0) {
                return;
            }
        }
        if (turn == lines.size() && one != null && other != null) {
            one.close();
            if (other.isAtEnd()) {
                other.close();
            }
        }
    }

    /** What a socket may complain about. */
    private interface Step {
        void run() throws SocketError;
    }

    private static void guarded(Step step) {
        try {
            step.run();
        } catch (SocketError e) {
            throw new AssertionError(e);
        }
    }
}
