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
            Quotation quotation = Quotation.ofIpv4(to.frame, data, rest);
            List<FieldValue> fields = new ArrayList<>(envelope.fields());
            fields.addAll(quotation.fields());
            to.add(Unwrapping.with(envelope, fields));
            if (quotation.payload() < data + rest) {
                to.add(ApplicationDissector.data(Layer.APPLICATION, to.frame, quotation.payload(),
                        data + rest - quotation.payload()));
            }
        } else {
            to.add(envelope);
            if (rest > 0) {
                to.add(ApplicationDissector.data(Layer.APPLICATION, to.frame, data, rest));
            }
        }
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
