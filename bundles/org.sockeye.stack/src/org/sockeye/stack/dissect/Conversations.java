package org.sockeye.stack.dissect;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.TcpHeader;

/**
 * Follows the TCP connections of a capture, frame by frame in order, as Wireshark does, so that numbers and remarks are
 * the same.
 *
 * <p>Connections are counted over the whole capture: {@code tcp.stream == 0} is the same one at every hop. But what stands
 * out about a segment is judged on each link by itself. The next hop of a packet is no retransmission, though Wireshark,
 * which takes all interfaces for one wire, marks it as one in a capture of several links.
 */
public final class Conversations {

    private record End(Ipv4Address address, int port) {
    }

    private record Ends(End from, End to) {
    }

    private record OnLink(String link, int stream) {
    }

    // Looked up, never iterated over.
    private final Map<Ends, TcpConversation> current = new HashMap<>();
    private final Map<OnLink, TcpAnalysis> analyses = new HashMap<>();
    private int streams;

    /** What the frames so far tell about this one, which must be the next in order. */
    public TcpContext follow(CapturedFrame frame) {
        byte[] bytes = frame.bytes();
        int offset = EthernetFrame.HEADER_LENGTH;
        int room = bytes.length - offset - frame.fcsLength();
        if (room < Ipv4Header.LENGTH || ((bytes[12] & 0xff) << 8 | bytes[13] & 0xff) != EthernetFrame.IPV4) {
            return TcpContext.NONE;
        }
        Optional<Ipv4Header> network = Ipv4Header.parse(bytes, offset, room);
        if (network.isEmpty() || network.get().protocol() != TcpHeader.PROTOCOL || network.get().isFragment()) {
            return TcpContext.NONE;
        }
        int segment = offset + network.get().headerLength();
        int length = network.get().payloadLength();
        return TcpHeader.parse(bytes, segment, length)
                .map(header -> follow(frame, network.get(), header, length - header.headerLength()))
                .orElse(TcpContext.NONE);
    }

    private TcpContext follow(CapturedFrame frame, Ipv4Header network, TcpHeader header, int length) {
        End from = new End(network.source(), header.sourcePort());
        End to = new End(network.destination(), header.destinationPort());
        TcpConversation known = current.get(new Ends(from, to));
        boolean reused = known != null && known.isReplacedBy(from.equals(known.opener()), header);
        if (known == null || reused) {
            known = new TcpConversation(streams++, from);
            current.put(new Ends(from, to), known);
            current.put(new Ends(to, from), known);
        }
        TcpConversation conversation = known;
        boolean forward = from.equals(conversation.opener());
        conversation.see(forward, header);
        TcpAnalysis analysis = analyses.computeIfAbsent(new OnLink(frame.link(), conversation.stream()),
                key -> new TcpAnalysis());
        return conversation.context(forward, analysis.judge(forward, frame, header, length,
                conversation.shift(!forward), reused));
    }
}
