package org.sockeye.stack.transport.tcp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.network.NetworkService;
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
    /** Bytes of options that a header has room for. */
    private static final int OPTIONS = 40;
    private static final int BEFORE_BLOCKS = 4;
    private static final int BLOCK = 8;

    /** Routers may mark the datagram rather than drop it: ECT(0). */
    private static final int CAPABLE = 2;
    private static final long FARTHEST_URGENT = 0xffff;

    private final Connection connection;
    private int urgentPointer;
    private boolean capable;

    SegmentWriter(Connection connection) {
        this.connection = connection;
    }

    /** Sends SYN or SYN-ACK. */
    void syn(int flags, int window, List<TcpOption> options) {
        write(0, flags, window, options, 0, null);
    }

    /** Sends bytes of the stream, FIN or both. */
    void data(long sequence, int flags, int length, SendBuffer buffer, long urgentEnd) {
        urgentPointer = (int) Math.clamp(urgentEnd - sequence, 0, FARTHEST_URGENT);
        capable = length > 0 && connection.agreement().ecn() && sequence >= connection.sender().next();
        int urgent = urgentPointer > 0 ? TcpHeader.URG : 0;
        write(sequence, flags | urgent | echo(), connection.receiver().advertise(),
                options(connection.sender().maximumSegment() - length), length, buffer);
    }

    /** Sends a segment that bears nothing but an acknowledgment. */
    void empty(long sequence) {
        write(sequence, TcpHeader.ACK | echo(), connection.receiver().advertise(), options(OPTIONS), 0, null);
    }

    void reset(long sequence) {
        write(sequence, TcpHeader.RST | TcpHeader.ACK, 0, clocks(), 0, null);
    }

    /** Tells the peer of congestion that its segments met, until it says that it has slowed down (RFC 3168, 6.1.3). */
    private int echo() {
        return connection.receiver().congestion().isEchoed() ? TcpHeader.ECE : 0;
    }

    private List<TcpOption> clocks() {
        return connection.agreement().timestamps() ? List.of(NOTHING, NOTHING, connection.clock().option()) : List.of();
    }

    /** Timestamps, and what {@code room} bytes can tell of segments beyond a gap. */
    private List<TcpOption> options(int room) {
        List<TcpOption> clocks = clocks();
        SelectiveBlocks blocks = connection.receiver().blocks();
        if (blocks.isEmpty() || !connection.agreement().selective()) {
            return clocks;
        }
        int left = Math.min(room, OPTIONS - (clocks.isEmpty() ? 0 : TimestampClock.PADDED));
        int most = (left - BEFORE_BLOCKS) / BLOCK;
        if (most < 1) {
            return clocks;
        }
        List<TcpOption> options = new ArrayList<>(clocks);
        options.add(NOTHING);
        options.add(NOTHING);
        options.add(blocks.take(most, connection.receiver().space()));
        return options;
    }

    private void write(long sequence, int flags, int window, List<TcpOption> options, int length,
            @Nullable SendBuffer from) {
        int acknowledgment = 0;
        if (connection.hasReceiver()) {
            Receiver receiver = connection.receiver();
            acknowledgment = receiver.space().wrap(receiver.next());
            receiver.acknowledging().sent(length > 0);
        }
        int scale = (flags & TcpHeader.SYN) != 0 ? 0 : connection.agreement().scale();
        connection.chronicle().advertised((long) window << scale);
        Endpoint local = connection.key().local();
        Endpoint remote = connection.key().remote();
        TcpHeader header = TcpHeader.of(local.port(), remote.port(), connection.space().wrap(sequence), acknowledgment,
                flags, window, options).withUrgentPointer(urgentPointer);
        Content segment = Content.blank(header.headerLength() + length);
        byte[] bytes = segment.array();
        int start = segment.offset();
        header.write(bytes, start);
        List<MessageSlice> messages = from == null || length == 0 ? List.of()
                : from.copy(sequence, length, bytes, start + header.headerLength());
        int trafficClass = connection.socket().options().get(SocketOption.TRAFFIC_CLASS) | (capable ? CAPABLE : 0);
        urgentPointer = 0;
        capable = false;
        TcpHeader.seal(local.address(), remote.address(), bytes, start, segment.length());
        SocketOptions chosen = connection.socket().options();
        NetworkService network = connection.surroundings().network();
        int timeToLive = chosen.get(SocketOption.TIME_TO_LIVE);
        if (chosen.get(SocketOption.PATH_MTU_DISCOVERY) == 0) {
            network.sendDivisible(local.address(), remote.address(), TcpHeader.PROTOCOL, timeToLive, trafficClass,
                    segment.carrying(messages));
        } else {
            network.send(local.address(), remote.address(), TcpHeader.PROTOCOL, timeToLive, trafficClass,
                    segment.carrying(messages));
        }
    }
}
