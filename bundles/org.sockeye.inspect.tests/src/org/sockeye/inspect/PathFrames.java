package org.sockeye.inspect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.UdpHeader;

/** A datagram's way from client over s1 and r1 to server, made by hand. */
final class PathFrames {

    static final Ipv4Address CLIENT = Ipv4Address.of(10, 0, 1, 2);
    static final Ipv4Address SERVER = Ipv4Address.of(10, 0, 2, 2);
    static final NetworkPicture NETWORK = new NetworkPicture(
            List.of(new NetworkPicture.Device("client", DeviceKind.HOST, List.of("10.0.1.2"), 0, 0),
                    new NetworkPicture.Device("s1", DeviceKind.SWITCH, List.of(), 1, 0),
                    new NetworkPicture.Device("r1", DeviceKind.ROUTER, List.of("10.0.1.1", "10.0.2.1"), 2, 0),
                    new NetworkPicture.Device("server", DeviceKind.HOST, List.of("10.0.2.2"), 3, 0)),
            List.of(new NetworkPicture.Link("client-s1", "client", "s1"),
                    new NetworkPicture.Link("s1-r1", "s1", "r1"),
                    new NetworkPicture.Link("r1-server", "r1", "server")),
            4, 1);

    private static final MacAddress CLIENT_MAC = new MacAddress(0x02000a000102L);
    private static final MacAddress SERVER_MAC = new MacAddress(0x02000a000202L);
    private static final MacAddress NEAR_MAC = new MacAddress(0x02000a000101L);
    private static final MacAddress FAR_MAC = new MacAddress(0x02000a000201L);

    final Trace trace = new Trace();
    private long time = 1_000_000;

    /** The datagram at all its hops: frames 1 to 3 of an empty trace. */
    PathFrames datagram(String text) {
        Content first = sent(text);
        TracedFrame one = hop(first, "client", "eth0", "s1", "p1", null);
        TracedFrame two = hop(one.content().arrivedIn(one.number()), "s1", "p2", "r1", "eth0", null);
        hop(routed(two.content().arrivedIn(two.number())), "r1", "eth1", "server", "eth0", null);
        return this;
    }

    /** A datagram that the first link loses. */
    PathFrames lostDatagram(String text) {
        hop(sent(text), "client", "eth0", "s1", "p1", "lost on the link");
        return this;
    }

    /** A datagram that s1 has no room for. */
    PathFrames droppedAtSwitch(String text) {
        TracedFrame one = hop(sent(text), "client", "eth0", "s1", "p1", null);
        hop(one.content().arrivedIn(one.number()), "s1", "p2", "r1", "eth0",
                "dropped at s1: queue full (50 of 50)");
        return this;
    }

    /** A question that s1 passes to r1 and to another host. */
    PathFrames flooded() {
        byte[] asked = new ArpPacket(ArpPacket.REQUEST, CLIENT_MAC, CLIENT, new MacAddress(0),
                Ipv4Address.of(10, 0, 1, 1)).emit();
        Content question = Content
                .of(new EthernetFrame(MacAddress.BROADCAST, CLIENT_MAC, EthernetFrame.ARP).emit(asked));
        TracedFrame one = hop(question, "client", "eth0", "s1", "p1", null);
        hop(one.content().arrivedIn(one.number()), "s1", "p2", "r1", "eth0", null);
        hop(one.content().arrivedIn(one.number()), "s1", "p3", "other", "eth0", null);
        return this;
    }

    private Content sent(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        Message message = trace.message(time,
                new Origin("client", "UDPClient", "main", "UDPClient", "UDPClient.java", 9),
                payload.length);
        Content datagram = new Content(payload, List.of(new MessageSlice(message, 0, payload.length, 0)))
                .behind(UdpHeader.emit(CLIENT, 49152, SERVER, 6789, payload));
        Content packet = datagram.behind(
                Ipv4Header.of(CLIENT, SERVER, UdpHeader.PROTOCOL, 64, 1, datagram.bytes().length).emit());
        return framed(packet, NEAR_MAC, CLIENT_MAC);
    }

    private static Content framed(Content packet, MacAddress to, MacAddress from) {
        return packet.wrapped(new EthernetFrame(to, from, EthernetFrame.IPV4).emit(packet.bytes()),
                EthernetFrame.HEADER_LENGTH);
    }

    private static Content routed(Content frame) {
        int length = Ipv4Header.parse(frame.bytes(), 14, frame.bytes().length - 18).orElseThrow().totalLength();
        Content packet = frame.part(14, length);
        byte[] changed = Arrays.copyOf(packet.bytes(), length);
        Ipv4Header.parse(changed, 0, length).orElseThrow().decrementTtl(changed);
        return framed(packet.changed(changed), SERVER_MAC, FAR_MAC);
    }

    private TracedFrame hop(Content content, String from, String fromPort, String to, String toPort, String dropped) {
        time += 1_000_000;
        return trace.sent(time, time + 500_000, new LinkEnd(from, fromPort), new LinkEnd(to, toPort), content, dropped);
    }
}
