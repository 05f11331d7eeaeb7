package org.sockeye.stack.application;

import java.util.Optional;
import java.util.function.Consumer;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Timer;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;

/** One question to a name server by a stream, because its answer did not fit a datagram (RFC 7766, section 5). */
final class DnsConnection {

    /** How long to wait for the answer, in nanoseconds. */
    static final long PATIENCE = 10_000_000_000L;

    private final DnsMessage query;
    private final StreamSocket socket;
    private final DnsStream stream;
    private final Outcome outcome;
    private final Timer patience;
    private boolean asked;

    /** What becomes of it: one or the other, once. */
    interface Outcome {

        void answered(DnsMessage answer);

        void failed(String why);
    }

    private DnsConnection(DnsMessage query, StreamSocket socket, String host, EventQueue events, Outcome outcome) {
        this.query = query;
        this.socket = socket;
        this.stream = new DnsStream(socket, Origin.stack(host));
        this.outcome = outcome;
        this.patience = events.after(PATIENCE, () -> end(ending -> ending.failed("no answer")));
    }

    /** Asks {@code server}; {@code socket} is new. */
    static void ask(DnsMessage query, Endpoint server, StreamSocket socket, String host, EventQueue events,
            Outcome outcome) {
        DnsConnection connection = new DnsConnection(query, socket, host, events, outcome);
        socket.observe(connection::look);
        try {
            socket.connect(server);
        } catch (SocketError error) {
            connection.end(ending -> ending.failed(String.valueOf(error.getMessage())));
        }
    }

    private void look() {
        try {
            Optional<Errno> error = socket.takeError();
            if (error.isPresent()) {
                throw new SocketError(error.get());
            }
            if (socket.isConnected() && !asked) {
                asked = true;
                stream.send(query.emit());
            }
            stream.flush();
            Optional<DnsMessage> answer = stream.receive().flatMap(bytes -> DnsMessage.parse(bytes, 0, bytes.length))
                    .filter(query::isAnsweredBy);
            if (answer.isPresent()) {
                end(ending -> ending.answered(answer.get()));
            } else if (asked && stream.isAtEnd()) {
                end(ending -> ending.failed("the server hung up"));
            }
        } catch (SocketError error) {
            end(ending -> ending.failed(String.valueOf(error.getMessage())));
        }
    }

    private void end(Consumer<Outcome> ending) {
        patience.cancel();
        socket.observe(() -> {
        });
        socket.close();
        ending.accept(outcome);
    }
}
