package org.sockeye.stack.dissect;

import java.util.Locale;
import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.IgmpMessage;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.Layer;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/** IPv4, and which protocol it carries. */
final class NetworkDissector {

    private NetworkDissector() {
    }

    static void unwrap(Unwrapping to, int offset, int length) {
        Optional<Ipv4Header> parsed = Ipv4Header.parse(to.frame, offset, length);
        if (parsed.isEmpty()) {
            to.malformed(Layer.NETWORK, "IPv4", offset, length,
                    "the IPv4 header is cut short or its lengths contradict the frame's");
            return;
        }
        Ipv4Header header = parsed.get();
        Envelope envelope = header.describe(to.frame, offset);
        to.add(Unwrapping.withStatus(envelope, "ip.checksum", "ip.checksum.status"));
        to.source = header.source().toString();
        to.destination = header.destination().toString();
        to.protocol = envelope.protocol();
        to.info = protocolName(header.protocol()) + " (" + header.protocol() + ")";
        int payload = offset + header.headerLength();
        if (header.isFragment()) {
            to.info = String.format(Locale.ROOT, "Fragmented IP protocol (proto=%s %d, off=%d, ID=%04x)",
                    protocolName(header.protocol()), header.protocol(), header.fragmentOffset(),
                    header.identification());
            // Wireshark shows the whole in the last piece, which we do not put together.
            to.add(header.moreFragments()
                    ? ApplicationDissector.data(Layer.TRANSPORT, to.frame, payload, header.payloadLength())
                    : ApplicationDissector.closed(Layer.TRANSPORT, "FRAGMENT", to.frame, payload,
                            header.payloadLength()));
            return;
        }
        switch (header.protocol()) {
            case IcmpMessage.PROTOCOL -> IcmpDissector.unwrap(to, header, payload);
            case UdpHeader.PROTOCOL -> UdpDissector.unwrap(to, header.source(), header.destination(), payload,
                    header.payloadLength());
            case IgmpMessage.PROTOCOL -> IgmpDissector.unwrap(to, payload, header.payloadLength());
            case TcpHeader.PROTOCOL -> TcpDissector.unwrap(to, header.source(), header.destination(), payload,
                    header.payloadLength());
            default -> to.add(ApplicationDissector.data(Layer.TRANSPORT, to.frame, payload, header.payloadLength()));
        }
    }

    private static String protocolName(int protocol) {
        return switch (protocol) {
            case IcmpMessage.PROTOCOL -> "ICMP";
            case IgmpMessage.PROTOCOL -> "IGMP";
            case UdpHeader.PROTOCOL -> "UDP";
            case TcpHeader.PROTOCOL -> "TCP";
            default -> "Unknown";
        };
    }
}
