package org.sockeye.stack.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.Sockets;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;

/**
 * An application that knows nothing but the door of its host: looks the server up, asks for a number of bytes in one
 * line, and gets that many until the end of the stream.
 */
final class Exchange {

    private static final int PORT = 6789;

    private final ByteArrayOutputStream got = new ByteArrayOutputStream();
    private final byte[] bulk;
    private String wrong = "";
    private boolean finished;

    Exchange(Sockets client, Sockets server, IpAddress any, int length) throws SocketError {
        bulk = new byte[length];
        new Random(length).nextBytes(bulk);
        StreamSocket listener = server.stream();
        listener.bind(new Endpoint(any, PORT));
        listener.listen(5);
        listener.observe(() -> serve(listener));
        client.resolve("server", found -> ask(client, found));
    }

    /** What went wrong; empty if all bytes came and the end behind them. */
    String outcome() {
        if (wrong.isEmpty() && !finished) {
            return "the end never came, " + got.size() + " bytes did";
        }
        return wrong.isEmpty() && !Arrays.equals(bulk, got.toByteArray()) ? "other bytes came" : wrong;
    }

    private void serve(StreamSocket listener) {
        guarded(() -> {
            Optional<StreamSocket> accepted = listener.accept();
            accepted.ifPresent(stream -> {
                int[] sent = { -1 };
                stream.observe(() -> answer(stream, sent));
                answer(stream, sent);
            });
        });
    }

    private void answer(StreamSocket stream, int[] sent) {
        guarded(() -> {
            if (sent[0] < 0 && stream.available() == "bytes, please\n".length()) {
                stream.receive(new byte[100], 0, 100);
                sent[0] = 0;
            }
            while (sent[0] >= 0 && sent[0] < bulk.length && stream.sendSpace() > 0) {
                sent[0] += stream.send(bulk, sent[0], bulk.length - sent[0], Origin.stack("server"));
            }
            if (sent[0] == bulk.length) {
                sent[0]++;
                stream.close();
            }
        });
    }

    private void ask(Sockets client, List<IpAddress> found) {
        if (found.isEmpty()) {
            wrong = "no address";
            return;
        }
        StreamSocket stream = client.stream();
        boolean[] asked = { false };
        stream.observe(() -> guarded(() -> {
            stream.takeError().ifPresent(error -> wrong = error.text());
            if (stream.isConnected() && !asked[0]) {
                asked[0] = true;
                byte[] request = "bytes, please\n".getBytes(UTF_8);
                stream.send(request, 0, request.length, Origin.stack("client"));
            }
            read(stream);
        }));
        guarded(() -> stream.connect(new Endpoint(found.get(0), PORT)));
    }

    private void read(StreamSocket stream) throws SocketError {
        byte[] some = new byte[4096];
        while (!finished && (stream.available() > 0 || stream.isAtEnd())) {
            int length = stream.receive(some, 0, some.length);
            if (length < 0) {
                finished = true;
                stream.close();
            } else {
                got.write(some, 0, length);
            }
        }
    }

    /** What a socket may complain about. */
    private interface Step {
        void run() throws SocketError;
    }

    private void guarded(Step step) {
        try {
            step.run();
        } catch (SocketError e) {
            wrong = String.valueOf(e.getMessage());
        }
    }
}
