package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.IgmpMessage;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Chain;
import org.sockeye.stack.wire.Ipv6Fragment;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.MldMessage;
import org.sockeye.stack.wire.NdMessage;
import org.sockeye.stack.wire.NdOption;
import org.sockeye.stack.wire.UdpHeader;

/** Frames of IPv6 and IGMP made by hand mean to us what they mean to Wireshark, and nothing breaks the parsers. */
class Ipv6FramesTest {

    private static final Ipv6Address A = Ipv6Address.parse("2001:db8:1::2");
    private static final Ipv6Address B = Ipv6Address.parse("2001:db8:1::1");
    private static final MacAddress MAC = new MacAddress(0x0200_0a00_0102L);

    @TempDir
    Path folder;

    private final Trace trace = new Trace();

    private void frame(int type, byte[] packet) {
        byte[] frame = new EthernetFrame(new MacAddress(0x0200_0000_0002L), MAC, type).emit(packet);
        long time = trace.frames().size() * 1_000_000L;
        trace.sent(time, time, new LinkEnd("a", "eth0"), new LinkEnd("b", "eth0"), Content.of(frame), null);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private void packet(int next, int hopLimit, byte[] payload) {
        frame(EthernetFrame.IPV6,
                join(new Ipv6Header(0x29, 0x12345, payload.length, next, hopLimit, A, B).emit(), payload));
    }

    private void icmp(int type, int code, byte[] body) {
        packet(Icmpv6Message.PROTOCOL, 255, Icmpv6Message.emit(type, code, A, B, body));
    }

    private void listener(MldMessage message) {
        byte[] alert = { Icmpv6Message.PROTOCOL, 0, 5, 2, 0, 0, 1, 0 };
        packet(0, 1, join(alert, Icmpv6Message.emit(message.type(), 0, A, B, message.body())));
    }

    private void igmp(IgmpMessage message) {
        byte[] payload = message.emit();
        frame(EthernetFrame.IPV4, join(Ipv4Header.of(Ipv4Address.of(10, 0, 1, 2), Ipv4Address.of(224, 0, 0, 22), 2, 1,
                7, payload.length).emit(), payload));
    }

    private static byte[] datagram() {
        byte[] payload = "hello".getBytes(StandardCharsets.US_ASCII);
        return join(UdpHeader.emit(A, 1000, B, 2000, payload), payload);
    }

    private void everything() {
        icmp(NdMessage.NEIGHBOUR_SOLICITATION, 0,
                new NdMessage.NeighbourSolicitation(B, List.of(new NdOption.LinkAddress(false, MAC))).body());
        icmp(NdMessage.NEIGHBOUR_SOLICITATION, 0, new NdMessage.NeighbourSolicitation(B, List.of()).body());
        icmp(NdMessage.NEIGHBOUR_ADVERTISEMENT, 0, new NdMessage.NeighbourAdvertisement(true, true, false, B,
                List.of(new NdOption.LinkAddress(true, MAC))).body());
        icmp(NdMessage.ROUTER_SOLICITATION, 0,
                new NdMessage.RouterSolicitation(List.of(new NdOption.LinkAddress(false, MAC))).body());
        icmp(NdMessage.ROUTER_ADVERTISEMENT, 0,
                new NdMessage.RouterAdvertisement(64, true, 1800, 30000, 1000, List.of(
                        new NdOption.LinkAddress(false, MAC), new NdOption.MaximumUnit(1500),
                        new NdOption.PrefixInformation(A.network(64), 64, true, true, 86400, 14400),
                        new NdOption.NameServers(1800, List.of(A, B)))).body());
        icmp(Icmpv6Message.ECHO_REQUEST, 0, Icmpv6Message.body(0x1234_0007, new byte[] { 1, 2, 3 }));
        icmp(Icmpv6Message.ECHO_REPLY, 0, Icmpv6Message.body(0x1234_0007, new byte[] { 1, 2, 3 }));
        listener(MldMessage.report(List.of(new MldMessage.Membership(MldMessage.TO_EXCLUDE, B.solicitedNode()),
                new MldMessage.Membership(MldMessage.TO_INCLUDE, Ipv6Address.parse("ff05::9")))));
        listener(new MldMessage(MldMessage.QUERY, 2, 1000, Ipv6Address.ANY, List.of()));
        listener(new MldMessage(MldMessage.QUERY, 1, 1000, Ipv6Address.parse("ff05::9"), List.of()));
        listener(MldMessage.first(MldMessage.REPORT, Ipv6Address.parse("ff05::9")));
        listener(MldMessage.first(MldMessage.DONE, Ipv6Address.parse("ff05::9")));
        packet(UdpHeader.PROTOCOL, 64, datagram());
        packet(60, 64, join(new byte[] { UdpHeader.PROTOCOL, 0, 1, 4, 0, 0, 0, 0 }, datagram()));
        packet(43, 64, join(new byte[] { UdpHeader.PROTOCOL, 0, 7, 0, 1, 2, 3, 4 }, datagram()));
        packet(Ipv6Fragment.PROTOCOL, 64, join(new Ipv6Fragment(17, 0, false, 0x1020304).emit(), datagram()));
        packet(Ipv6Fragment.PROTOCOL, 64, join(new Ipv6Fragment(17, 16, false, 0x1020304).emit(), new byte[4]));
        packet(59, 64, new byte[0]);
        packet(253, 64, new byte[] { 1, 2, 3 });
        Ipv4Address group = Ipv4Address.of(239, 1, 2, 3);
        igmp(IgmpMessage.second(IgmpMessage.REPORT_V2, group));
        igmp(IgmpMessage.second(IgmpMessage.LEAVE, group));
        igmp(new IgmpMessage(IgmpMessage.QUERY, 2, 100, Ipv4Address.ANY, List.of()));
        igmp(new IgmpMessage(IgmpMessage.QUERY, 1, 0, Ipv4Address.ANY, List.of()));
        igmp(new IgmpMessage(IgmpMessage.QUERY, 3, 100, group, List.of()));
        igmp(new IgmpMessage(IgmpMessage.REPORT_V1, 1, 0, group, List.of()));
        igmp(IgmpMessage.report(List.of(new IgmpMessage.Membership(IgmpMessage.TO_EXCLUDE, group),
                new IgmpMessage.Membership(IgmpMessage.TO_INCLUDE, group))));
    }

    @Test
    void areReadAsWiresharkReadsThem() throws IOException {
        Tshark.assumeInstalled();
        everything();
        TsharkComparison.assertSame(trace.frames(), folder);
    }

    /** What an error quotes belongs to the error. */
    @Test
    void ofErrorsAreReadAsWiresharkReadsThem() throws IOException {
        Tshark.assumeInstalled();
        byte[] lost = join(Ipv6Header.of(A, B, UdpHeader.PROTOCOL, 64, datagram().length).emit(), datagram());
        icmp(Icmpv6Message.UNREACHABLE, Icmpv6Message.PORT_UNREACHABLE, Icmpv6Message.body(0, lost));
        icmp(Icmpv6Message.PACKET_TOO_BIG, 0, Icmpv6Message.body(1280, lost));
        icmp(Icmpv6Message.TIME_EXCEEDED, 0, Icmpv6Message.body(0, lost));
        icmp(Icmpv6Message.PARAMETER_PROBLEM, 1, Icmpv6Message.body(6, lost));
        TsharkComparison.assertSame(trace.frames(), folder);
    }

    @Test
    void thatAreMutatedOrCutBreakNoParser() {
        everything();
        Random random = new Random(1);
        List<byte[]> frames = trace.frames().stream().map(frame -> frame.content().bytes()).toList();
        for (int i = 0; i < 20_000; i++) {
            byte[] frame = frames.get(random.nextInt(frames.size())).clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                frame[14 + random.nextInt(frame.length - 14)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextBoolean() ? frame : Arrays.copyOf(frame, 14 + random.nextInt(frame.length - 14));
            Dissection dissection = new Dissector().dissect(cut);
            assertTrue(dissection.envelopes().size() > 0);
        }
    }

    @Test
    void thatChainHeadersWithoutEndAreCutShort() {
        byte[] packet = new byte[Ipv6Header.LENGTH + 16];
        packet[Ipv6Header.LENGTH] = 60;
        packet[Ipv6Header.LENGTH + 8] = 60;
        Ipv6Chain chain = Ipv6Chain.walk(packet, 0, 60, packet.length);
        assertTrue(chain.cut());
        assertEquals(2, chain.extensions().size());
    }
}
