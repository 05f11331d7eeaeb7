package org.sockeye.launching.session;

import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Socket;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.wire.Endpoint;

/** A socket in one line, as networking people write it. */
final class SocketLine {

    private SocketLine() {
    }

    static String of(Socket socket) {
        String protocol = switch (socket) {
            case StreamSocket stream -> "TCP ";
            case DatagramSocket datagram -> "UDP ";
        };
        String ends = protocol + ":" + socket.local().port()
                + socket.remote().map(SocketLine::arrow).orElse("");
        return socket instanceof StreamSocket stream ? ends + " " + stream.state() : ends;
    }

    private static String arrow(Endpoint remote) {
        return " → " + remote;
    }
}
