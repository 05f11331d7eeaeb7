package org.sockeye.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.wire.Layer;

/** One packet, opened: its boxes, its fields, its way. */
class PacketDetailTest {

    private final PathFrames path = new PathFrames();
    private final PacketList list = new PacketList();

    private PacketDetail detail(int number) {
        list.network(PathFrames.NETWORK);
        list.follow(path.trace);
        list.update(1000);
        return list.detail(number).orElseThrow();
    }

    private static List<String> sentences(PacketDetail detail) {
        return detail.hops().stream().map(Hop::sentence).toList();
    }

    @Test
    void boxesAreNestedFromTheWireToTheMessageWithTheirTrueSizes() {
        path.datagram("hello layers\n");
        assertEquals("""
                PHYSICAL Frame 0 0+64+0 512 bits s1→r1, sent +3.000 ms, arrived +3.500 ms
                LINK Ethernet 0 14+41+9 02:00:0a:00:01:02 → 02:00:0a:00:01:01
                NETWORK IPv4 14 20+21+0 10.0.1.2 → 10.0.2.2
                TRANSPORT UDP 34 8+13+0 49152 → 6789 Len=13
                APPLICATION TEXT 42 13+0+0 "hello layers\\n"
                """,
                detail(2).dolls().stream().map(doll -> doll.layer() + " " + doll.protocol() + " " + doll.offset() + " "
                        + doll.headerLength() + "+" + doll.payloadLength() + "+" + doll.trailerLength() + " "
                        + doll.summary() + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void fieldsKnowTheirBytesAndFlagsArePartsOfTheirField() {
        path.datagram("hello\n");
        Doll ip = detail(1).dolls().get(2);
        FieldNode ttl = ip.fields().stream().filter(field -> field.name().equals("ip.ttl")).findFirst().orElseThrow();
        assertEquals("Time to Live 64 22 1", ttl.label() + " " + ttl.text() + " " + ttl.offset() + " " + ttl.length());
        assertTrue(ttl.meaning().contains("RFC 791"));
        FieldNode flags = ip.fields().stream().filter(field -> field.name().equals("ip.flags")).findFirst()
                .orElseThrow();
        assertEquals(List.of("ip.flags.rb", "ip.flags.df", "ip.flags.mf"),
                flags.parts().stream().map(FieldNode::name).toList());
    }

    @Test
    void eachDeviceSaysWhatItDidWithThePacket() {
        path.datagram("hello\n");
        PacketDetail detail = detail(2);
        assertEquals(List.of("client: wrapped message 1 of UDPClient (UDPClient.java:9)",
                "s1: sent on unchanged through p2",
                "r1: TTL 64→63 (one more router), new MAC addresses (the next link's), checksums recomputed",
                "server: unwrapped Ethernet, IPv4, UDP and handed up TEXT, 6 bytes"), sentences(detail));
        assertEquals(List.of(1, 2, 3, 3), detail.hops().stream().map(Hop::frame).toList());
        assertEquals(List.of(Layer.APPLICATION, Layer.LINK, Layer.NETWORK, Layer.APPLICATION),
                detail.hops().stream().map(hop -> hop.opened().getFirst()).toList());
    }

    @Test
    void withoutAPictureDevicesAreKnownByTheirDeeds() {
        path.datagram("hello\n");
        list.network(NetworkPicture.EMPTY);
        list.follow(path.trace);
        list.update(1000);
        assertEquals(List.of(Layer.APPLICATION, Layer.LINK, Layer.NETWORK, Layer.APPLICATION),
                list.detail(1).orElseThrow().hops().stream().map(hop -> hop.opened().getFirst()).toList());
    }

    @Test
    void lostPacketReachedNobody() {
        path.lostDatagram("hello\n");
        PacketDetail detail = detail(1);
        assertEquals("s1: nothing arrived: lost on the link", sentences(detail).get(1));
        assertEquals(List.of(), detail.hops().get(1).opened());
        assertTrue(detail.outermost().summary().endsWith("sent +2.000 ms, dropped: lost on the link"));
    }

    @Test
    void deviceThatHadNoRoomSaysSo() {
        path.droppedAtSwitch("hello\n");
        assertEquals(List.of("client: wrapped message 1 of UDPClient (UDPClient.java:9)",
                "s1: dropped at s1: queue full (50 of 50)",
                "r1: nothing arrived: dropped at s1: queue full (50 of 50)"), sentences(detail(1)));
    }

    @Test
    void floodedPacketIsTrackedToEveryDevice() {
        path.flooded();
        assertEquals(List.of("client: sent by the network itself, no program's message in it",
                "s1: sent on unchanged through p2, p3, as it is for everyone",
                "r1: unwrapped Ethernet, ARP", "other: unwrapped Ethernet, ARP"), sentences(detail(1)));
    }

    @Test
    void whatADeviceNotedStandsInItsSentence() {
        path.datagram("hello\n");
        path.trace.note(5_000_000, "server", 3, "ignored: no socket listens on 10.0.2.2:6789");
        path.trace.note(5_000_000, "server", 0, "not about this packet");
        assertEquals("server: unwrapped Ethernet, IPv4, UDP and handed up TEXT, 6 bytes; "
                + "ignored: no socket listens on 10.0.2.2:6789", sentences(detail(1)).getLast());
    }

    @Test
    void messagesOfAPacketAreToldWithTheirOrigin() {
        path.datagram("hello\n");
        var slice = detail(3).messages().getFirst();
        assertEquals("42 6 UDPClient",
                slice.offset() + " " + slice.length() + " " + slice.message().origin().program());
    }
}
