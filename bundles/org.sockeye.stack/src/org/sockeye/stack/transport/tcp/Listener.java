package org.sockeye.stack.transport.tcp;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.TcpHeader;

/** A socket in LISTEN: takes in clients, and keeps those that are connected until the program accepts them. */
final class Listener {

    private final TcpTransport transport;
    private final TcpSocket socket;
    private final Set<Connection> opening = new LinkedHashSet<>();
    private final ArrayDeque<Connection> waiting = new ArrayDeque<>();
    private int backlog;

    Listener(TcpTransport transport, TcpSocket socket, int backlog) {
        this.transport = transport;
        this.socket = socket;
        backlog(backlog);
    }

    TcpSocket socket() {
        return socket;
    }

    /** As on Linux, one more than this may wait; a negative number stands for the most. */
    void backlog(int connections) {
        int most = settings().count(TcpSetting.MOST_WAITING);
        backlog = connections < 0 ? most : Math.min(connections, most);
    }

    /** A segment for no connection that there is (RFC 9293, section 3.10.7.2). */
    void segment(ConnectionKey key, TcpHeader header, int payloadLength) {
        if (header.has(TcpHeader.RST)) {
            return;
        } else if (header.has(TcpHeader.ACK) || !header.has(TcpHeader.SYN)) {
            transport.surroundings().note("refused: no connection " + key);
            Refusal.send(transport.surroundings(), key, header, payloadLength);
        } else if (isFull() || opening.size() >= settings().get(TcpSetting.MOST_OPENING)) {
            transport.surroundings().note("ignored: the backlog of " + socket.local() + " is full");
        } else {
            Connection client = transport.createClient(key, socket);
            opening.add(client);
            client.answer(header, this);
        }
    }

    /**
     * A client's handshake is done.
     *
     * @return false if too many wait already
     */
    boolean takeIn(Connection client) {
        if (isFull()) {
            transport.surroundings().note("ignored: the backlog of " + socket.local() + " is full");
            if (settings().has(TcpSetting.ABORT_ON_OVERFLOW)) {
                client.sendReset();
                client.become(State.CLOSED);
            }
            return false;
        }
        opening.remove(client);
        waiting.add(client);
        transport.surroundings().notifier().changed(socket);
        return true;
    }

    /** A client's handshake came to nothing. */
    void forget(Connection client) {
        opening.remove(client);
        client.socket().abandon();
    }

    boolean hasNext() {
        return !waiting.isEmpty();
    }

    /** The client that has waited longest, or null. */
    @Nullable
    TcpSocket next() {
        Connection client = waiting.poll();
        if (client == null) {
            return null;
        }
        client.receiver().accepted();
        return client.socket();
    }

    /** The program does not want any clients any more: those that it did not accept are reset. */
    void close() {
        List.copyOf(opening).forEach(client -> {
            client.sendReset();
            client.become(State.CLOSED);
        });
        waiting.forEach(client -> client.socket().abandon());
        waiting.clear();
    }

    private TcpSettings settings() {
        return transport.surroundings().settings();
    }

    private boolean isFull() {
        return waiting.size() > backlog;
    }
}
