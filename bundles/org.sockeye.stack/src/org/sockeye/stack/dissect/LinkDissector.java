package org.sockeye.stack.dissect;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.Layer;
import org.sockeye.stack.wire.MacAddress;

/** Ethernet, and which network protocol it carries. */
final class LinkDissector {

    private LinkDissector() {
    }

    /** @param fcsLength 4, or 0 if the frame was captured without its frame check sequence */
    static void unwrap(Unwrapping to, int fcsLength) {
        byte[] frame = to.frame;
        // Captures without the sequence are completed for the header's sake, and the sequence is left out again below.
        byte[] whole = fcsLength == 0 ? Arrays.copyOf(frame, frame.length + EthernetFrame.FCS_LENGTH) : frame;
        Optional<EthernetFrame> parsed = EthernetFrame.parse(whole);
        if (parsed.isEmpty()) {
            to.malformed(Layer.LINK, "Ethernet", 0, frame.length, "the frame is too short for Ethernet's header");
            return;
        }
        EthernetFrame header = parsed.get();
        to.source = name(header.source());
        to.destination = name(header.destination());
        to.protocol = "0x" + HexFormat.of().toHexDigits((short) header.type());
        to.info = "Ethernet II";
        int offset = EthernetFrame.HEADER_LENGTH;
        int room = whole.length - offset - EthernetFrame.FCS_LENGTH;
        int length = switch (header.type()) {
            case EthernetFrame.ARP -> Math.min(ArpPacket.LENGTH, room);
            case EthernetFrame.IPV4 -> Ipv4Header.parse(frame, offset, room).map(Ipv4Header::totalLength).orElse(room);
            default -> room;
        };
        Envelope envelope = header.describe(whole, length);
        to.add(fcsLength == 0 ? withoutFcs(envelope) : Unwrapping.withStatus(envelope, "eth.fcs", "eth.fcs.status"));
        switch (header.type()) {
            case EthernetFrame.ARP -> arp(to, offset, length);
            case EthernetFrame.IPV4 -> NetworkDissector.unwrap(to, offset, length);
            default -> to.add(ApplicationDissector.data(Layer.NETWORK, frame, offset, length));
        }
    }

    private static String name(MacAddress address) {
        return address.equals(MacAddress.BROADCAST) ? "Broadcast" : address.toString();
    }

    private static Envelope withoutFcs(Envelope envelope) {
        List<FieldValue> fields = envelope.fields().stream().filter(field -> !field.field().name().equals("eth.fcs"))
                .toList();
        return new Envelope(envelope.layer(), envelope.protocol(), envelope.filterName(), envelope.summary(),
                envelope.offset(), envelope.headerLength(), envelope.payloadLength(),
                envelope.trailerLength() - EthernetFrame.FCS_LENGTH, fields, List.of());
    }

    private static void arp(Unwrapping to, int offset, int length) {
        Optional<ArpPacket> parsed = ArpPacket.parse(to.frame, offset, length);
        if (parsed.isEmpty()) {
            to.malformed(Layer.NETWORK, "ARP", offset, length, "the ARP packet is cut short or not about IPv4");
            return;
        }
        Envelope envelope = parsed.get().describe(to.frame, offset);
        to.add(envelope);
        to.protocol = envelope.protocol();
        to.info = info(parsed.get(), envelope.summary());
    }

    private static String info(ArpPacket packet, String summary) {
        boolean request = packet.operation() == ArpPacket.REQUEST;
        if (packet.senderAddress().equals(packet.targetAddress())) {
            return request ? "ARP Announcement for " + packet.senderAddress()
                    : "Gratuitous ARP for " + packet.senderAddress() + " (Reply)";
        }
        boolean probe = request && packet.senderAddress().isUnspecified();
        return probe ? "Who has " + packet.targetAddress() + "? (ARP Probe)" : summary;
    }
}
