package org.sockeye.labs.check;

import java.util.ArrayDeque;
import java.util.Deque;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;

/** A scripted server: waits for connections of the student's client. */
public final class TcpPeerServer {

    private final Director director;
    private final String host;
    private final int port;
    private final StreamSocket socket;
    private final Deque<StreamSocket> accepted = new ArrayDeque<>();

    private TcpPeerServer(Director director, String host, int port, StreamSocket socket) {
        this.director = director;
        this.host = host;
        this.port = port;
        this.socket = socket;
    }

    static TcpPeerServer listen(Director director, String host, int port) {
        director.step("the check listens on TCP port " + port + " of " + host);
        StreamSocket socket = director.host(host).sockets().stream();
        try {
            socket.bind(Peers.any(port));
            socket.listen(50);
        } catch (SocketError e) {
            throw new BrokenCheck("cannot listen on port " + port + " of " + host + ": " + e.getMessage());
        }
        return new TcpPeerServer(director, host, port, socket);
    }

    /** Expects a client to connect. */
    public TcpPeer expectConnection() {
        director.step("expect a connection to " + host + ":" + port);
        if (!director.drive(this::hasConnection, Director.PATIENCE)) {
            throw director.fail("a connection to " + host + ":" + port, "nobody connected");
        }
        return new TcpPeer(director, host, accepted.remove());
    }

    private boolean hasConnection() {
        try {
            socket.accept().ifPresent(accepted::add);
        } catch (SocketError e) {
            throw new BrokenCheck("cannot accept on port " + port + " of " + host + ": " + e.getMessage());
        }
        return !accepted.isEmpty();
    }
}
