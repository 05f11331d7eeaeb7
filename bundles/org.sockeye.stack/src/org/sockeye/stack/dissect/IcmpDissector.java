package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.Layer;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/** ICMP: echoes, and errors with what they quote. */
final class IcmpDissector {

    private IcmpDissector() {
    }

    static void unwrap(Unwrapping to, Ipv4Header network, int offset) {
        int length = network.payloadLength();
        to.protocol = "ICMP";
        Optional<IcmpMessage> parsed = IcmpMessage.parse(to.frame, offset, length);
        if (parsed.isEmpty()) {
            to.malformed(Layer.NETWORK, "ICMP", offset, length, "the ICMP message is cut short");
            return;
        }
        IcmpMessage message = parsed.get();
        Envelope envelope = Unwrapping.withStatus(message.describe(to.frame, offset, length), "icmp.checksum",
                "icmp.checksum.status");
        to.info = info(message, network, envelope.summary());
        int data = offset + IcmpMessage.LENGTH;
        int rest = length - IcmpMessage.LENGTH;
        if (message.isError()) {
            List<FieldValue> fields = new ArrayList<>(envelope.fields());
            fields.addAll(quoted(to.frame, data, rest));
            to.add(Unwrapping.with(envelope, fields));
            int payload = quotedPayload(to.frame, data, rest);
            if (payload > 0 && payload < data + rest) {
                to.add(ApplicationDissector.data(Layer.APPLICATION, to.frame, payload, data + rest - payload));
            }
        } else {
            to.add(envelope);
            if (rest > 0) {
                to.add(ApplicationDissector.data(Layer.APPLICATION, to.frame, data, rest));
            }
        }
    }

    /**
     * The fields of the datagram that an error is about, as far as it is quoted. They belong to the error's envelope: the
     * frame carries no datagram of that transport, only the memory of one.
     */
    private static List<FieldValue> quoted(byte[] frame, int offset, int length) {
        List<FieldValue> fields = new ArrayList<>();
        Optional<Ipv4Header> parsed = Ipv4Header.parseQuoted(frame, offset, length);
        if (parsed.isEmpty()) {
            return fields;
        }
        Ipv4Header header = parsed.get();
        Envelope network = Unwrapping.withStatus(header.describe(frame, offset), "ip.checksum", "ip.checksum.status");
        fields.addAll(network.fields());
        int transport = offset + header.headerLength();
        int rest = length - header.headerLength();
        List<String> names = switch (header.protocol()) {
            case UdpHeader.PROTOCOL -> List.of("udp.srcport", "udp.dstport", "udp.length", "udp.checksum");
            case TcpHeader.PROTOCOL -> List.of("tcp.srcport", "tcp.dstport", "tcp.seq_raw");
            case IcmpMessage.PROTOCOL -> List.of("icmp.type", "icmp.code", "icmp.checksum", "icmp.ident", "icmp.seq");
            default -> List.of();
        };
        // RFC 792 promises the first eight bytes only, which hold these.
        if (rest >= UdpHeader.LENGTH) {
            names.forEach(name -> fields.add(FieldCatalogue.read(name, frame, transport)));
        }
        UdpHeader.parse(frame, transport, rest).filter(whole -> header.protocol() == UdpHeader.PROTOCOL)
                .filter(whole -> whole.length() > UdpHeader.LENGTH)
                .ifPresent(whole -> fields.add(Derived.payload("udp.payload",
                        frame, transport + UdpHeader.LENGTH, whole.length() - UdpHeader.LENGTH)));
        return fields;
    }

    /** Where behind all quoted headers a program's bytes begin, as far as they are quoted; 0 if that is not known. */
    private static int quotedPayload(byte[] frame, int offset, int length) {
        Optional<Ipv4Header> parsed = Ipv4Header.parseQuoted(frame, offset, length);
        boolean known = parsed.isPresent() && (parsed.get().protocol() == UdpHeader.PROTOCOL
                || parsed.get().protocol() == IcmpMessage.PROTOCOL);
        return known ? offset + parsed.get().headerLength() + UdpHeader.LENGTH : parsed.isPresent() ? 0 : offset;
    }

    private static String info(IcmpMessage message, Ipv4Header network, String summary) {
        return switch (message.type()) {
            case IcmpMessage.ECHO_REQUEST -> echo("request ", message, network);
            case IcmpMessage.ECHO_REPLY -> echo("reply   ", message, network);
            case IcmpMessage.UNREACHABLE -> "Destination unreachable (" + switch (message.code()) {
                case IcmpMessage.NETWORK_UNREACHABLE -> "Network unreachable";
                case IcmpMessage.HOST_UNREACHABLE -> "Host unreachable";
                case IcmpMessage.PROTOCOL_UNREACHABLE -> "Protocol unreachable";
                case IcmpMessage.PORT_UNREACHABLE -> "Port unreachable";
                case IcmpMessage.FRAGMENTATION_NEEDED -> "Fragmentation needed";
                default -> "code " + message.code();
            } + ")";
            case IcmpMessage.TIME_EXCEEDED -> "Time-to-live exceeded (" + switch (message.code()) {
                case IcmpMessage.TTL_EXCEEDED -> "Time to live exceeded in transit";
                case IcmpMessage.REASSEMBLY_EXCEEDED -> "Fragment reassembly time exceeded";
                default -> "code " + message.code();
            } + ")";
            default -> summary;
        };
    }

    /** The sequence number stands in both byte orders, as some hosts send it in their own. */
    private static String echo(String kind, IcmpMessage message, Ipv4Header network) {
        int sequence = message.sequence();
        int swapped = sequence >> 8 | (sequence & 0xff) << 8;
        return String.format(Locale.ROOT, "Echo (ping) %s id=0x%04x, seq=%d/%d, ttl=%d", kind, message.identifier(),
                sequence,
                swapped,
                network.ttl());
    }
}
