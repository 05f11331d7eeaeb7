package org.sockeye.stack.transport.tcp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;
import org.sockeye.stack.wire.TcpOption.NoOperation;

/** Puts a connection's segments together, and hands them to the network layer. */
final class SegmentWriter {

    private static final NoOperation NOTHING = new NoOperation();

    private final Connection connection;

    SegmentWriter(Connection connection) {
        this.connection = connection;
    }

    /** Sends SYN or SYN-ACK. */
    void syn(int flags, int window, List<TcpOption> options) {
        write(0, flags, window, options, 0, null);
    }

    /** Sends bytes of the stream, FIN or both. */
    void data(long sequence, int flags, int length, SendBuffer buffer) {
        write(sequence, flags, connection.receiver().advertise(), options(), length, buffer);
    }

    /** Sends a segment that bears nothing but an acknowledgment. */
    void empty(long sequence) {
        write(sequence, TcpHeader.ACK, connection.receiver().advertise(), options(), 0, null);
    }

    void reset(long sequence) {
        write(sequence, TcpHeader.RST | TcpHeader.ACK, 0, options(), 0, null);
    }

    private List<TcpOption> options() {
        return connection.agreement().timestamps() ? List.of(NOTHING, NOTHING, connection.clock().option()) : List.of();
    }

    private void write(long sequence, int flags, int window, List<TcpOption> options, int length,
            @Nullable SendBuffer from) {
        int acknowledgment = 0;
        if (connection.hasReceiver()) {
            Receiver receiver = connection.receiver();
            acknowledgment = receiver.space().wrap(receiver.next());
            receiver.acknowledging().sent(receiver.next(), length > 0);
        }
        int scale = (flags & TcpHeader.SYN) != 0 ? 0 : connection.agreement().scale();
        connection.chronicle().advertised((long) window << scale);
        Endpoint local = connection.key().local();
        Endpoint remote = connection.key().remote();
        TcpHeader header = TcpHeader.of(local.port(), remote.port(), connection.space().wrap(sequence), acknowledgment,
                flags, window, options);
        Content segment = Content.blank(header.headerLength() + length);
        byte[] bytes = segment.array();
        int start = segment.offset();
        header.write(bytes, start);
        List<MessageSlice> messages = from == null || length == 0 ? List.of()
                : from.copy(sequence, length, bytes, start + header.headerLength());
        TcpHeader.seal(local.address(), remote.address(), bytes, start, segment.length());
        connection.surroundings().network().send(local.address(), remote.address(), TcpHeader.PROTOCOL,
                connection.socket().options().get(SocketOption.TIME_TO_LIVE), segment.carrying(messages));
    }
}
