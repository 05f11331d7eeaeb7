package org.sockeye.stack.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Timer;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Endpoint;

/**
 * One question on its way to a name server and back: repeated while no answer comes, each time more patiently, and to the
 * next server if there are several; by a stream if the answer does not fit a datagram.
 */
final class DnsQuery {

    /** How long to wait for the first answer, in nanoseconds; twice as long each time after. */
    static final long PATIENCE = 1_000_000_000L;
    /** How often to ask before giving up. */
    static final int ATTEMPTS = 6;

    private final DnsMessage query;
    private final List<Endpoint> servers;
    private final DatagramSocket socket;
    private final Supplier<StreamSocket> streams;
    private final String host;
    private final EventQueue events;
    private final Trace trace;
    private final Consumer<List<DnsRecord>> answer;
    private int asked;
    private @Nullable Timer patience;

    DnsQuery(DnsMessage query, List<Endpoint> servers, DatagramSocket socket, Supplier<StreamSocket> streams,
            String host, EventQueue events, Trace trace, Consumer<List<DnsRecord>> answer) {
        this.query = query;
        this.servers = servers;
        this.socket = socket;
        this.streams = streams;
        this.host = host;
        this.events = events;
        this.trace = trace;
        this.answer = answer;
    }

    void start() {
        socket.observe(this::look);
        ask();
    }

    private Endpoint server() {
        return servers.get(asked % servers.size());
    }

    private void ask() {
        try {
            if (asked == ATTEMPTS) {
                giveUp("no answer from " + server());
            } else {
                // One after the other, as none may be asked more often than it has time to answer.
                socket.connect(server());
                patience = events.after(PATIENCE << asked, this::ask);
                asked++;
                socket.send(query.emit(), null, Origin.stack(host));
            }
        } catch (SocketError error) {
            giveUp(server() + ": " + error.getMessage());
        }
    }

    private void look() {
        try {
            Optional<DatagramSocket.Datagram> arrived = socket.receive();
            if (arrived.isPresent()) {
                byte[] bytes = arrived.get().bytes();
                DnsMessage.parse(bytes, 0, bytes.length).filter(query::isAnsweredBy)
                        .ifPresent(message -> answered(message, arrived.get().from()));
            }
        } catch (SocketError error) {
            giveUp(server() + ": " + error.getMessage());
        }
    }

    private void answered(DnsMessage message, Endpoint server) {
        if (!message.truncated()) {
            finish(message.answers());
            return;
        }
        stop();
        DnsConnection.ask(query, server, streams.get(), host, events, new DnsConnection.Outcome() {

            @Override
            public void answered(DnsMessage whole) {
                finish(whole.answers());
            }

            @Override
            public void failed(String why) {
                giveUp(server + " by TCP: " + why);
            }
        });
    }

    private void giveUp(String why) {
        String asked = query.questions().getFirst().name();
        trace.note(events.now(), host, 0, "dns: cannot look up " + asked + ": " + why);
        finish(List.of());
    }

    private void finish(List<DnsRecord> records) {
        stop();
        answer.accept(records);
    }

    private void stop() {
        if (patience != null) {
            patience.cancel();
        }
        socket.close();
    }
}
