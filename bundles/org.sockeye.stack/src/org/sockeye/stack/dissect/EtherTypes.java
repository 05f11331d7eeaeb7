package org.sockeye.stack.dissect;

import java.util.HexFormat;
import java.util.Optional;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.Layer;
import org.sockeye.stack.wire.VlanTag;

/** The network protocols by the numbers that Ethernet and its likes give them. */
final class EtherTypes {

    private static final String UNKNOWN = "Ethernet II";
    /** More tags than any switch sets are an attack on who follows them. */
    private static final int MOST_ENVELOPES = 16;

    private EtherTypes() {
    }

    /** How many of the {@code room} bytes from {@code offset} the protocol says are its own; the rest is padding. */
    static int length(int type, byte[] frame, int offset, int room) {
        return switch (type) {
            case EthernetFrame.ARP -> Math.min(ArpPacket.LENGTH, room);
            case EthernetFrame.IPV4 -> Ipv4Header.parse(frame, offset, room).map(Ipv4Header::totalLength).orElse(room);
            case EthernetFrame.IPV6 -> Ipv6Header.parse(frame, offset, room).map(Ipv6Header::totalLength).orElse(room);
            default -> room;
        };
    }

    /** Takes apart what the number says stands in {@code length} bytes from {@code offset}. */
    static void unwrap(Unwrapping to, int type, int offset, int length) {
        to.protocol = "0x" + HexFormat.of().toHexDigits((short) type);
        to.info = UNKNOWN;
        switch (type) {
            case EthernetFrame.ARP -> arp(to, offset, length);
            case EthernetFrame.IPV4 -> NetworkDissector.unwrap(to, offset, length);
            case EthernetFrame.IPV6 -> Ipv6Dissector.unwrap(to, offset, length);
            case VlanTag.TYPE -> vlan(to, offset, length);
            default -> to.add(ApplicationDissector.data(Layer.NETWORK, to.frame, offset, length));
        }
    }

    private static void vlan(Unwrapping to, int offset, int room) {
        Optional<VlanTag> parsed = VlanTag.parse(to.frame, offset, room);
        if (parsed.isEmpty() || to.envelopes.size() > MOST_ENVELOPES) {
            to.malformed(Layer.LINK, "802.1Q", offset, room, "the VLAN tag is cut short, or there are too many");
            return;
        }
        VlanTag tag = parsed.get();
        int payload = offset + VlanTag.LENGTH;
        int length = length(tag.type(), to.frame, payload, room - VlanTag.LENGTH);
        to.add(tag.describe(to.frame, offset, length, offset + room));
        unwrap(to, tag.type(), payload, length);
        if (to.info.equals(UNKNOWN)) {
            to.info = "PRI: " + tag.priority() + "  DEI: " + (tag.dropEligible() ? 1 : 0) + "  ID: " + tag.vlan();
        }
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
