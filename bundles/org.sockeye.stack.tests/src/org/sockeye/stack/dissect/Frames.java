package org.sockeye.stack.dissect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;
import org.sockeye.stack.wire.UdpHeader;

/** Frames made by hand between a client and a server on one link, for tests; each is a millisecond after the last. */
public final class Frames {

    public static final Ipv4Address CLIENT = Ipv4Address.of(10, 0, 1, 2);
    public static final Ipv4Address SERVER = Ipv4Address.of(10, 0, 2, 2);
    public static final MacAddress CLIENT_MAC = new MacAddress(0x02000a000102L);
    public static final MacAddress SERVER_MAC = new MacAddress(0x02000a000202L);
    public static final LinkEnd CLIENT_END = new LinkEnd("client", "eth0");
    public static final LinkEnd SERVER_END = new LinkEnd("server", "eth0");
    public static final int CLIENT_PORT = 49152;
    public static final int SERVER_PORT = 6789;

    private final Trace trace = new Trace();
    private long time;

    public Trace trace() {
        return trace;
    }

    public List<TracedFrame> all() {
        return trace.frames();
    }

    /** All frames taken apart, each as the next of its conversation. */
    public List<Dissection> dissections() {
        Conversations conversations = new Conversations();
        List<Dissection> dissections = new ArrayList<>();
        for (TracedFrame frame : trace.frames()) {
            CapturedFrame captured = CapturedFrame.of(frame, trace.frames().getFirst().sent());
            dissections.add(new Dissector().dissect(captured, conversations.follow(captured)));
        }
        return dissections;
    }

    /** The next frame is this much later than it would have been. */
    public Frames pause(long nanoseconds) {
        time += nanoseconds;
        return this;
    }

    public Frames frame(boolean fromClient, byte[] bytes) {
        return frame(fromClient, bytes, 0, null);
    }

    private Frames frame(boolean fromClient, byte[] bytes, int messageLength, @Nullable String dropped) {
        time += 1_000_000;
        List<MessageSlice> messages = new ArrayList<>();
        if (messageLength > 0) {
            Origin origin = fromClient ? new Origin("client", "TCPClient", "main", "TCPClient", "TCPClient.java", 13)
                    : new Origin("server", "TCPServer", "main", "TCPServer", "TCPServer.java", 21);
            messages.add(new MessageSlice(trace.message(time, origin, messageLength), 0, messageLength, 54));
        }
        LinkEnd from = fromClient ? CLIENT_END : SERVER_END;
        LinkEnd to = fromClient ? SERVER_END : CLIENT_END;
        trace.sent(time, time + 500_000, from, to, new Content(bytes, messages), dropped);
        return this;
    }

    public Frames arp(int operation) {
        boolean request = operation == ArpPacket.REQUEST;
        byte[] packet = new ArpPacket(operation, request ? CLIENT_MAC : SERVER_MAC, request ? CLIENT : SERVER,
                request ? new MacAddress(0) : CLIENT_MAC, request ? SERVER : CLIENT).emit();
        MacAddress to = request ? MacAddress.BROADCAST : CLIENT_MAC;
        return frame(request,
                new EthernetFrame(to, request ? CLIENT_MAC : SERVER_MAC, EthernetFrame.ARP).emit(packet));
    }

    /** An IPv4 datagram in a frame. */
    public static byte[] ipv4(boolean fromClient, int protocol, byte[] payload) {
        Ipv4Header header = Ipv4Header.of(fromClient ? CLIENT : SERVER, fromClient ? SERVER : CLIENT, protocol, 64, 7,
                payload.length);
        return new EthernetFrame(fromClient ? SERVER_MAC : CLIENT_MAC, fromClient ? CLIENT_MAC : SERVER_MAC,
                EthernetFrame.IPV4).emit(joined(header.emit(), payload));
    }

    public static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    public Frames icmp(boolean fromClient, IcmpMessage message, byte[] data) {
        return frame(fromClient, ipv4(fromClient, IcmpMessage.PROTOCOL, message.emit(data)));
    }

    public Frames udp(boolean fromClient, int port, byte[] payload) {
        int from = fromClient ? CLIENT_PORT : port;
        int to = fromClient ? port : CLIENT_PORT;
        byte[] header = UdpHeader.emit(fromClient ? CLIENT : SERVER, from, fromClient ? SERVER : CLIENT, to, payload);
        return frame(fromClient, ipv4(fromClient, UdpHeader.PROTOCOL, joined(header, payload)), payload.length, null);
    }

    public Frames tcp(boolean fromClient, int flags, int sequence, int acknowledgment, String text,
            TcpOption... options) {
        return tcp(fromClient, flags, sequence, acknowledgment, 64240, text, null, options);
    }

    public Frames tcp(boolean fromClient, int flags, int sequence, int acknowledgment, int window, String text,
            @Nullable String dropped, TcpOption... options) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        TcpHeader header = TcpHeader.of(fromClient ? CLIENT_PORT : SERVER_PORT, fromClient ? SERVER_PORT : CLIENT_PORT,
                sequence, acknowledgment, flags, window, List.of(options));
        byte[] segment = header.emit(payload.length);
        System.arraycopy(payload, 0, segment, segment.length - payload.length, payload.length);
        TcpHeader.seal(fromClient ? CLIENT : SERVER, fromClient ? SERVER : CLIENT, segment);
        return frame(fromClient, ipv4(fromClient, TcpHeader.PROTOCOL, segment), payload.length, dropped);
    }

    /** A handshake with first numbers 1000 and 5000. */
    public Frames handshake() {
        TcpOption[] options = { new TcpOption.MaximumSegmentSize(1460), new TcpOption.SackPermitted(),
                new TcpOption.Timestamps(1, 0), new TcpOption.NoOperation(), new TcpOption.WindowScale(7) };
        tcp(true, TcpHeader.SYN, 1000, 0, "", options);
        tcp(false, TcpHeader.SYN | TcpHeader.ACK, 5000, 1001, "", options);
        return tcp(true, TcpHeader.ACK, 1001, 5001, 502, "", null);
    }
}
