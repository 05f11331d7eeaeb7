package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.link.AccessPoint;
import org.sockeye.stack.link.EthernetInterface;
import org.sockeye.stack.link.PortVlans;
import org.sockeye.stack.link.Switch;
import org.sockeye.stack.link.WifiCell;
import org.sockeye.stack.link.WifiInterface;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.physical.Radio;
import org.sockeye.stack.physical.RadioLink;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.PcapngWriter;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.VlanTag;

/** Frames on the air and in virtual LANs are right in Wireshark's eyes, and we read them as Wireshark does. */
class LinkTracesTest {

    private static final LinkEnd AIR = new LinkEnd("ap", "wlan0");

    @TempDir
    Path folder;

    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final Randomness randomness = new Randomness(1);
    private final Frames frames = new Frames();

    LinkTracesTest() {
        frames.arp(ArpPacket.REQUEST).arp(ArpPacket.REPLY);
        frames.udp(true, 6789, "hello\n".getBytes(StandardCharsets.US_ASCII));
        frames.handshake();
        frames.tcp(true, TcpHeader.PSH | TcpHeader.ACK, 1001, 5001, 502, "hello layers\n", null);
        frames.tcp(false, TcpHeader.PSH | TcpHeader.ACK, 5001, 1014, 502, "x".repeat(1400), null);
    }

    @BeforeEach
    void needsTshark() {
        Tshark.assumeInstalled();
    }

    private static Content payload(TracedFrame frame) {
        Content content = frame.content();
        return content.part(EthernetFrame.HEADER_LENGTH,
                content.bytes().length - EthernetFrame.HEADER_LENGTH - EthernetFrame.FCS_LENGTH);
    }

    private void settle() {
        while (events.runNext()) {
            continue;
        }
    }

    private Cable cable(LinkEnd a, LinkEnd b) {
        return new Cable(a.device() + "-" + b.device(), a, b, LinkConditions.GOOD, events, trace, randomness);
    }

    /** A laptop on the air and a server on a cable, and what is put between them. */
    private RadioLink wifi() {
        WifiCell cell = new WifiCell(new Radio(events, trace, randomness), new MacAddress(0x020000000009L));
        AccessPoint accessPoint = new AccessPoint(AIR, cell, events, trace, randomness);
        RadioLink link = cell.link("client-ap", new LinkEnd("client", "wlan0"), AIR, RadioLink.GOOD);
        WifiInterface client = new WifiInterface(new LinkEnd("client", "wlan0"), Frames.CLIENT_MAC, 1500, cell, events,
                trace, randomness);
        LinkEnd port = new LinkEnd("ap", "p1");
        Cable cable = cable(port, Frames.SERVER_END);
        accessPoint.plug(cable, port, 1500);
        EthernetInterface server = new EthernetInterface(Frames.SERVER_END, Frames.SERVER_MAC, 1500, cable, events,
                trace);
        for (TracedFrame frame : frames.all()) {
            byte[] bytes = frame.content().bytes();
            boolean there = frame.from().equals(Frames.CLIENT_END);
            events.at(frame.sent(), () -> (there ? client : server).send(MacAddress.of(bytes, 0),
                    EthernetFrame.type(bytes), payload(frame)));
        }
        return link;
    }

    private List<Dissection> onAir() throws IOException {
        return TsharkComparison.read(folder.resolve("whole.pcapng")).stream()
                .filter(frame -> frame.protocol("wlan").isPresent()).toList();
    }

    @Test
    void wifiIsReadAsWiresharkReadsIt() throws IOException {
        int[] sent = { 0 };
        wifi().loseIf(frame -> ++sent[0] % 5 == 0);
        settle();
        TsharkComparison.assertSame(trace.frames(), folder);
        List<Dissection> onAir = onAir();
        assertTrue(onAir.stream().allMatch(frame -> frame.values("wlan.fcs.status").getFirst().value().equals(1L)));
        assertTrue(onAir.stream().anyMatch(frame -> frame.info().startsWith("Acknowledgement")));
        assertTrue(onAir.stream().anyMatch(frame -> !frame.values("tcp.srcport").isEmpty()));
        assertTrue(onAir.stream().anyMatch(frame -> FieldText.plain(frame.values("wlan.fc.retry").getFirst())
                .equals("1")));
    }

    @Test
    void damagedFramesOnTheAirAreKnownByTheirCheckSequence() throws IOException {
        wifi().conditions(RadioLink.GOOD.withBitErrors(2e-4));
        settle();
        Path capture = folder.resolve("whole.pcapng");
        PcapngWriter.write(capture, trace.frames());
        TsharkComparison.assertSameFields(capture, false);
        assertTrue(onAir().stream().anyMatch(frame -> frame.values("wlan.fcs.status").getFirst().value().equals(0L)));
    }

    @Test
    void virtualLansAreReadAsWiresharkReadsThem() throws IOException {
        Switch left = new Switch("s1", events, trace);
        Switch right = new Switch("s2", events, trace);
        Cable client = cable(Frames.CLIENT_END, new LinkEnd("s1", "p1"));
        Cable server = cable(Frames.SERVER_END, new LinkEnd("s2", "p1"));
        Cable trunk = cable(new LinkEnd("s1", "p2"), new LinkEnd("s2", "p2"));
        left.plug(client, client.b(), PortVlans.access(10));
        left.plug(trunk, trunk.a(), PortVlans.trunk());
        right.plug(server, server.b(), PortVlans.access(10));
        right.plug(trunk, trunk.b(), PortVlans.trunk());
        for (TracedFrame frame : frames.all()) {
            Cable cable = frame.from().equals(Frames.CLIENT_END) ? client : server;
            events.at(frame.sent(), () -> cable.from(cable.a()).send(Content.of(frame.content().bytes())));
        }
        settle();
        byte[] other = new EthernetFrame(Frames.SERVER_MAC, Frames.CLIENT_MAC, VlanTag.TYPE)
                .emit(new byte[] { (byte) 0xb0, 10, 0x12, 0x34, 1, 2, 3 });
        trunk.from(trunk.a()).send(Content.of(other));
        settle();
        TsharkComparison.assertSame(trace.frames(), folder);
        List<Dissection> tagged = TsharkComparison.read(folder.resolve("whole.pcapng")).stream()
                .filter(frame -> frame.protocol("vlan").isPresent()).toList();
        assertEquals(frames.all().size() + 1, tagged.size(), "all frames on the trunk, and no others");
    }
}
