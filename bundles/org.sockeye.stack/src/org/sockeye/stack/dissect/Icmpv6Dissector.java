package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.Layer;
import org.sockeye.stack.wire.NdMessage;

/** ICMPv6: echoes, errors with what they quote, Neighbour Discovery and multicast listeners. */
final class Icmpv6Dissector {

    private Icmpv6Dissector() {
    }

    static void unwrap(Unwrapping to, Ipv6Header network, int offset, int length) {
        to.protocol = "ICMPv6";
        Optional<Icmpv6Message> parsed = Icmpv6Message.parse(to.frame, offset, length);
        if (parsed.isEmpty()) {
            to.malformed(Layer.NETWORK, "ICMPv6", offset, length, "the ICMPv6 message is cut short");
            return;
        }
        Icmpv6Message message = parsed.get();
        Envelope envelope = Unwrapping.withStatus(
                message.describe(to.frame, offset, length, network.source(), network.destination()),
                "icmpv6.checksum", "icmpv6.checksum.status");
        to.info = info(to.frame, offset, length, message, network);
        int data = offset + envelope.headerLength();
        int rest = length - envelope.headerLength();
        int payload = data;
        List<FieldValue> fields = new ArrayList<>(envelope.fields());
        if (message.isError() && rest > 0) {
            Quotation quotation = Quotation.ofIpv6(to.frame, data, rest);
            fields.addAll(quotation.fields());
            payload = quotation.payload();
        }
        to.add(Unwrapping.with(envelope, fields));
        if (payload < data + rest) {
            to.add(ApplicationDissector.data(Layer.APPLICATION, to.frame, payload, data + rest - payload));
        }
    }

    private static String info(byte[] frame, int offset, int length, Icmpv6Message message, Ipv6Header network) {
        if (message.isEcho()) {
            int word = Icmpv6Message.word(frame, offset);
            return String.format(Locale.ROOT, "%s id=0x%04x, seq=%d, hop limit=%d", message.typeName(), word >>> 16,
                    word & 0xffff, network.hopLimit());
        }
        return NdMessage.parse(frame, offset, length).map(discovery -> message.typeName() + discovered(discovery))
                .orElseGet(() -> message.typeName() + why(message));
    }

    private static String discovered(NdMessage message) {
        String from = message.linkAddress(false).map(mac -> " from " + mac).orElse("");
        return switch (message) {
            case NdMessage.RouterSolicitation plain -> from;
            case NdMessage.RouterAdvertisement router -> from;
            case NdMessage.NeighbourSolicitation question -> " for " + question.target() + from;
            case NdMessage.NeighbourAdvertisement answer -> " " + answer.target() + flags(answer)
                    + answer.linkAddress(true).map(mac -> " is at " + mac).orElse("");
        };
    }

    private static String flags(NdMessage.NeighbourAdvertisement answer) {
        List<String> flags = new ArrayList<>();
        if (answer.router()) {
            flags.add("rtr");
        }
        if (answer.solicited()) {
            flags.add("sol");
        }
        if (answer.override()) {
            flags.add("ovr");
        }
        return flags.isEmpty() ? "" : " (" + String.join(", ", flags) + ")";
    }

    private static String why(Icmpv6Message message) {
        return switch (message.type()) {
            case Icmpv6Message.UNREACHABLE -> " (" + switch (message.code()) {
                case Icmpv6Message.NO_ROUTE -> "no route to destination";
                case 1 -> "Administratively prohibited";
                case Icmpv6Message.BEYOND_SCOPE -> "Beyond scope of source address";
                case Icmpv6Message.ADDRESS_UNREACHABLE -> "Address unreachable";
                case Icmpv6Message.PORT_UNREACHABLE -> "Port unreachable";
                default -> "Unknown";
            } + ")";
            case Icmpv6Message.TIME_EXCEEDED -> message.code() == Icmpv6Message.HOPS_EXCEEDED
                    ? " (hop limit exceeded in transit)"
                    : " (fragment reassembly time exceeded)";
            case Icmpv6Message.PARAMETER_PROBLEM -> " (" + switch (message.code()) {
                case Icmpv6Message.ERRONEOUS_FIELD -> "erroneous header field encountered";
                case Icmpv6Message.UNKNOWN_NEXT_HEADER -> "unrecognized Next Header type encountered";
                default -> "unrecognized IPv6 option encountered";
            } + ")";
            default -> "";
        };
    }
}
