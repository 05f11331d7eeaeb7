package org.sockeye.cli.packets;

import java.util.stream.Collectors;
import org.sockeye.stack.dissect.FieldText;
import org.sockeye.stack.wire.Envelope;

/** The line that stands for a whole protocol, as tshark words it. */
final class Headings {

    private Headings() {
    }

    static String of(Envelope envelope) {
        return switch (envelope.filterName()) {
            case "frame" -> "Frame " + value(envelope, "frame.number") + ": " + envelope.summary()
                    + (value(envelope, "frame.interface_name").isEmpty() ? ""
                            : ", interface " + value(envelope, "frame.interface_name"));
            case "eth" -> "Ethernet II, Src: " + value(envelope, "eth.src") + ", Dst: " + value(envelope, "eth.dst");
            case "arp" -> "Address Resolution Protocol: " + envelope.summary();
            case "ip" -> "Internet Protocol Version 4, Src: " + value(envelope, "ip.src") + ", Dst: "
                    + value(envelope, "ip.dst");
            case "icmp" -> "Internet Control Message Protocol: " + envelope.summary();
            case "udp" -> "User Datagram Protocol, Src Port: " + value(envelope, "udp.srcport") + ", Dst Port: "
                    + value(envelope, "udp.dstport");
            case "tcp" -> "Transmission Control Protocol, Src Port: " + value(envelope, "tcp.srcport") + ", Dst Port: "
                    + value(envelope, "tcp.dstport") + ", Seq: " + value(envelope, "tcp.seq") + ", Ack: "
                    + value(envelope, "tcp.ack") + ", Len: " + value(envelope, "tcp.len");
            case "dns" -> "Domain Name System (" + envelope.summary() + ")";
            case "http" -> "Hypertext Transfer Protocol: " + envelope.summary();
            case "data" -> "Data (" + value(envelope, "data.len") + " bytes): " + envelope.summary();
            default -> envelope.protocol() + ", " + envelope.summary();
        };
    }

    private static String value(Envelope envelope, String field) {
        return envelope.fields().stream().filter(value -> value.field().name().equals(field)).limit(1)
                .map(FieldText::plain).collect(Collectors.joining());
    }
}
