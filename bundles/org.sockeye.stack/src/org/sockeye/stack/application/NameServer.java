package org.sockeye.stack.application;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Timer;
import org.sockeye.stack.trace.Origin;

/** Answers what address a name has, and what name an address has (RFC 1034, section 4.3). */
public final class NameServer {

    /** After that long without a question a connection is closed, in nanoseconds (RFC 7766, section 6.2.3). */
    static final long IDLE = 10_000_000_000L;

    private static final int BACKLOG = 16;

    private final Origin origin;
    private final Zone zone;
    private final EventQueue events;

    /**
     * A name server that nobody can ask yet.
     *
     * @param device whose it is
     * @param zone what it knows
     */
    public NameServer(String device, Zone zone, EventQueue events) {
        this.origin = Origin.stack(device);
        this.zone = zone;
        this.events = events;
    }

    /** Answers at a socket that has its port; what is longer than the asker takes is cut short (RFC 1035, section 4.2.1). */
    public void serve(DatagramSocket socket) {
        socket.observe(() -> answerAll(socket));
    }

    /**
     * Takes connections at a socket that has its port, for answers of any length (RFC 7766).
     *
     * @throws SocketError if it cannot listen
     */
    public void serve(StreamSocket socket) throws SocketError {
        socket.listen(BACKLOG);
        socket.observe(() -> acceptAll(socket));
    }

    private void answerAll(DatagramSocket socket) {
        try {
            Optional<DatagramSocket.Datagram> question = socket.receive();
            while (question.isPresent()) {
                Optional<DnsMessage> query = query(question.get().bytes());
                if (query.isPresent() && question.get().from().port() != 0) {
                    socket.send(answer(query.get(), query.get().limit()), question.get().from(), origin);
                }
                question = socket.receive();
            }
        } catch (SocketError gone) {
            // The asker's network cannot be reached any more; it will ask again if it still wants to know.
            return;
        }
    }

    private void acceptAll(StreamSocket listener) {
        try {
            for (Optional<StreamSocket> next = listener.accept(); next.isPresent(); next = listener.accept()) {
                new Connection(next.get());
            }
        } catch (SocketError gone) {
            // It left before it was let in.
            return;
        }
    }

    private static Optional<DnsMessage> query(byte[] bytes) {
        return DnsMessage.parse(bytes, 0, bytes.length).filter(message -> !message.response());
    }

    /** What is to be said to {@code query}; cut short if it is more than {@code limit} bytes. */
    private byte[] answer(DnsMessage query, int limit) {
        DnsMessage answer = query.opcode() != 0 ? query.answer(DnsMessage.NOT_IMPLEMENTED, List.of())
                : query.questions().size() != 1 ? query.answer(DnsMessage.FORMAT_ERROR, List.of()) : zone.answer(query);
        byte[] whole = answer.emit();
        return whole.length <= limit ? whole : answer.cutShort().emit();
    }

    /** Answers question after question, until the asker has no more or is silent for too long. */
    private final class Connection {

        private final StreamSocket socket;
        private final DnsStream stream;
        private Timer idle;

        Connection(StreamSocket socket) {
            this.socket = socket;
            this.stream = new DnsStream(socket, origin);
            this.idle = events.after(IDLE, socket::close);
            socket.observe(this::look);
            look();
        }

        private void look() {
            try {
                stream.flush();
                for (Optional<byte[]> next = stream.receive(); next.isPresent(); next = stream.receive()) {
                    idle.cancel();
                    idle = events.after(IDLE, socket::close);
                    Optional<DnsMessage> query = query(next.get());
                    if (query.isPresent()) {
                        stream.send(answer(query.get(), DnsStream.LIMIT));
                    }
                }
                if (stream.isAtEnd() && !stream.isWaiting()) {
                    end();
                }
            } catch (SocketError gone) {
                end();
            }
        }

        private void end() {
            idle.cancel();
            socket.close();
        }
    }
}
