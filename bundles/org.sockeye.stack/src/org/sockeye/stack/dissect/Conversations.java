package org.sockeye.stack.dissect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/**
 * Follows the TCP connections of a capture, and counts who talks over UDP, frame by frame in order, as Wireshark does, so that numbers and remarks are
 * the same.
 *
 * <p>Connections are counted over the whole capture: {@code tcp.stream == 0} is the same one at every hop. But what stands
 * out about a segment is judged on each link by itself. The next hop of a packet is no retransmission, though Wireshark,
 * which takes all interfaces for one wire, marks it as one in a capture of several links.
 */
public final class Conversations {

    /** Both ends of a segment as they stand in it, so that no address has to be made of them. */
    private record Ends(long fromHigh, long from, long toHigh, long to, int ports) {

        Ends reversed() {
            return new Ends(toHigh, to, fromHigh, from, ports >>> 16 | ports << 16);
        }
    }

    /** @param forward true for the direction of the first segment */
    private record Direction(TcpConversation conversation, boolean forward) {
    }

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /** Looked up, never iterated over. */
    private final Map<Ends, Direction> current = new HashMap<>();
    private final Outline outline = new Outline();
    private int streams;
    private final Map<Ends, TcpContext> datagrams = new HashMap<>();
    private int datagramStreams;

    /** What the frames so far tell about this one, which must be the next in order. */
    public TcpContext follow(CapturedFrame frame) {
        outline.of(frame);
        return switch (outline.protocol()) {
            case TcpHeader.PROTOCOL -> segment(frame);
            case UdpHeader.PROTOCOL -> datagram(frame);
            default -> TcpContext.NONE;
        };
    }

    private TcpContext datagram(CapturedFrame frame) {
        byte[] bytes = frame.bytes();
        int transport = outline.transport();
        if (transport + UdpHeader.LENGTH > bytes.length
                || UdpHeader.parse(bytes, transport, outline.end() - transport).isEmpty()) {
            return TcpContext.NONE;
        }
        Ends ends = ends(bytes);
        TcpContext known = datagrams.get(ends);
        if (known == null) {
            known = TcpContext.ofDatagrams(datagramStreams++);
            datagrams.put(ends, known);
            datagrams.put(ends.reversed(), known);
        }
        return known;
    }

    private TcpContext segment(CapturedFrame frame) {
        byte[] bytes = frame.isCut() ? CutFrame.filledUp(frame.bytes(), frame.originalLength()) : frame.bytes();
        int length = outline.end() - outline.transport();
        TcpHeader header = TcpHeader.parse(bytes, outline.transport(), length).orElse(null);
        if (header == null || outline.transport() + TcpHeader.LENGTH > frame.bytes().length) {
            return TcpContext.NONE;
        }
        return follow(frame, ends(bytes), header, bytes, length - header.headerLength());
    }

    private Ends ends(byte[] bytes) {
        int ports = (int) INT.get(bytes, outline.transport());
        int network = outline.network();
        return outline.type() == Outline.IPV6
                ? new Ends((long) LONG.get(bytes, network + 8), (long) LONG.get(bytes, network + 16),
                        (long) LONG.get(bytes, network + 24), (long) LONG.get(bytes, network + 32), ports)
                : new Ends(0, (int) INT.get(bytes, network + 12), 0, (int) INT.get(bytes, network + 16), ports);
    }

    private TcpContext follow(CapturedFrame frame, Ends ends, TcpHeader header, byte[] bytes, int length) {
        Direction known = current.get(ends);
        boolean reused = known != null && known.conversation.isReplacedBy(known.forward, header);
        if (known == null || reused) {
            TcpConversation opened = new TcpConversation(streams++, frame.time());
            known = new Direction(opened, true);
            current.put(ends.reversed(), new Direction(opened, false));
            current.put(ends, known);
        }
        TcpConversation conversation = known.conversation;
        boolean forward = known.forward;
        conversation.see(forward, header);
        Manner manner = conversation.dialogue().hear(header.sourcePort(), header.destinationPort(), bytes,
                outline.transport() + header.headerLength(), length);
        List<TcpRemark> remarks = conversation.analysis(frame.link()).judge(forward, frame, header, length,
                conversation.shift(!forward), reused);
        return conversation.context(forward, manner, conversation.times(frame.time()), remarks);
    }
}
