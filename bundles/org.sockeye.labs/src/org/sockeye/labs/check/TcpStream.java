package org.sockeye.labs.check;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;

/** A stream socket with memory: what arrived and was not looked at, what is still to be sent, how it ended. */
final class TcpStream {

    private final StreamSocket socket;
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private byte[] toSend = new byte[0];
    private Origin sender = Origin.stack("");
    private boolean atEnd;
    private @Nullable String error;

    TcpStream(StreamSocket socket) {
        this.socket = socket;
    }

    void connect(Endpoint remote) {
        try {
            socket.connect(remote);
        } catch (SocketError e) {
            error = e.getMessage();
        }
    }

    boolean isConnected() {
        return socket.isConnected();
    }

    /** Why the connection is no more, in the words of the system; null while all is well. */
    @Nullable
    String error() {
        if (error == null) {
            error = socket.takeError().map(Errno::text).orElse(null);
        }
        return error;
    }

    void set(SocketOption option, int value) {
        try {
            socket.set(option, value);
        } catch (SocketError e) {
            throw new BrokenCheck("cannot set " + option + ": " + e.getMessage());
        }
    }

    void queue(byte[] bytes, Origin origin) {
        toSend = bytes;
        sender = origin;
    }

    /** Hands on as much as fits; true once all that was queued is with the socket. */
    boolean isFlushed() {
        // what has arrived is lost to who finds out first that the connection is broken
        pull();
        try {
            int sent = toSend.length == 0 || error != null ? 0 : socket.send(toSend, 0, toSend.length, sender);
            toSend = Arrays.copyOfRange(toSend, sent, toSend.length);
        } catch (SocketError e) {
            error = e.getMessage();
        }
        return toSend.length == 0;
    }

    /** Bytes that arrived and were not taken. */
    int available() {
        pull();
        return arrived.size();
    }

    /** True if nothing more will arrive: the stream ended or failed. */
    boolean isOver() {
        pull();
        return atEnd || error() != null;
    }

    boolean hasLine() {
        pull();
        return lineEnd() > 0;
    }

    /** The next line with its end; if it is not whole, what there is of it. */
    byte[] takeLine() {
        int end = lineEnd();
        byte[] all = take();
        int length = end > 0 ? end : all.length;
        arrived.write(all, length, all.length - length);
        return Arrays.copyOf(all, length);
    }

    byte[] take() {
        byte[] all = arrived.toByteArray();
        arrived.reset();
        return all;
    }

    void close() {
        socket.close();
    }

    private int lineEnd() {
        byte[] all = arrived.toByteArray();
        for (int i = 0; i < all.length; i++) {
            if (all[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private void pull() {
        byte[] buffer = new byte[4096];
        try {
            while (!atEnd && error == null) {
                int count = socket.receive(buffer, 0, buffer.length);
                if (count == 0) {
                    return;
                }
                atEnd = count < 0;
                arrived.write(buffer, 0, Math.max(0, count));
            }
        } catch (SocketError e) {
            error = e.getMessage();
        }
    }
}
