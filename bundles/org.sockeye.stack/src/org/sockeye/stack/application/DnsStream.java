package org.sockeye.stack.application;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.trace.Origin;

/** DNS messages on a stream, each behind its length in two bytes (RFC 7766, section 8). */
final class DnsStream {

    /** The most that a message on a stream may have, in bytes. */
    static final int LIMIT = 0xffff;

    private static final int PREFIX = 2;

    private final StreamSocket socket;
    private final Origin origin;
    private byte[] arrived = {};
    private byte[] waiting = {};

    DnsStream(StreamSocket socket, Origin origin) {
        this.socket = socket;
        this.origin = origin;
    }

    /** Queues a message of at most {@link #LIMIT} bytes. */
    void send(byte[] message) throws SocketError {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(waiting);
        all.write(message.length >> 8);
        all.write(message.length);
        all.writeBytes(message);
        waiting = all.toByteArray();
        flush();
    }

    /** Goes on sending what did not fit so far. */
    void flush() throws SocketError {
        if (waiting.length > 0) {
            waiting = Arrays.copyOfRange(waiting, socket.send(waiting, 0, waiting.length, origin), waiting.length);
        }
    }

    /** The next message, if all of it has arrived. */
    Optional<byte[]> receive() throws SocketError {
        int available = socket.available();
        if (available > 0) {
            int before = arrived.length;
            arrived = Arrays.copyOf(arrived, before + available);
            socket.receive(arrived, before, available);
        }
        int end = arrived.length < PREFIX ? PREFIX : PREFIX + ((arrived[0] & 0xff) << 8 | arrived[1] & 0xff);
        if (arrived.length < end) {
            return Optional.empty();
        }
        byte[] message = Arrays.copyOfRange(arrived, PREFIX, end);
        arrived = Arrays.copyOfRange(arrived, end, arrived.length);
        return Optional.of(message);
    }

    /** True once the peer has said all. */
    boolean isAtEnd() {
        return socket.isAtEnd();
    }

    /** True as long as something waits to be sent. */
    boolean isWaiting() {
        return waiting.length > 0;
    }
}
