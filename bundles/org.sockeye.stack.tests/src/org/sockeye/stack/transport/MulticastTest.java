package org.sockeye.stack.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.stack.dissect.Dissector;
import org.sockeye.stack.dissect.Tshark;
import org.sockeye.stack.dissect.TsharkComparison;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.topology.HostOptions;
import org.sockeye.stack.topology.IpVersions;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.IgmpMessage;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.MldMessage;

/** Groups on a switch with three hosts, in both versions of IP. */
class MulticastTest {

    private static final int PORT = 5000;
    private static final byte[] HELLO = "hello all".getBytes(StandardCharsets.US_ASCII);
    private static final Origin LINE = Origin.stack("a");

    @TempDir
    Path folder;

    private final Network network = Network.build(Topology.builder("group").ethernetSwitch("s1")
            .host("a", HostOptions.USUAL.withIp(IpVersions.BOTH)).host("b", HostOptions.USUAL.withIp(IpVersions.BOTH))
            .host("c", HostOptions.USUAL.withIp(IpVersions.BOTH)).link("a", "s1").link("b", "s1").link("c", "s1")
            .build(), 1);

    private DatagramSocket socket(String host, IpAddress group) throws SocketError {
        DatagramSocket socket = network.host(host).sockets().datagram();
        socket.set(SocketOption.REUSE_ADDRESS, 1);
        socket.bind(new Endpoint(group.any(), PORT));
        return socket;
    }

    private DatagramSocket member(String host, IpAddress group) throws SocketError {
        DatagramSocket socket = socket(host, group);
        socket.join(group, "eth0");
        return socket;
    }

    private void settle() {
        int steps = 0;
        while (network.events().runNext()) {
            assertTrue(++steps < 100_000, "the network never comes to rest");
        }
    }

    private List<String> infos() {
        return network.trace().frames().stream()
                .map(frame -> new Dissector().dissect(frame.content().bytes()).info()).toList();
    }

    private static void assertHeard(DatagramSocket socket) throws SocketError {
        assertArrayEquals(HELLO, socket.receive().orElseThrow().bytes());
        assertTrue(socket.receive().isEmpty(), "heard once");
    }

    @ParameterizedTest
    @ValueSource(strings = { "239.1.2.3", "ff05::123" })
    void everyMemberAndNobodyElseGetsACopy(String text) throws SocketError {
        IpAddress group = IpAddress.parse(text);
        DatagramSocket first = member("b", group);
        DatagramSocket second = member("b", group);
        DatagramSocket other = socket("b", group);
        DatagramSocket away = member("c", group);
        DatagramSocket sender = network.host("a").sockets().datagram();
        settle();
        sender.send(HELLO, new Endpoint(group, PORT), LINE);
        settle();
        assertHeard(first);
        assertHeard(second);
        assertHeard(away);
        assertTrue(other.receive().isEmpty(), "it takes no part");
    }

    @ParameterizedTest
    @ValueSource(strings = { "239.1.2.3", "ff05::123" })
    void whoLeavesHearsNoMore(String text) throws SocketError {
        IpAddress group = IpAddress.parse(text);
        DatagramSocket member = member("b", group);
        member.leave(group, "eth0");
        assertEquals(Errno.EADDRNOTAVAIL, assertThrows(SocketError.class, () -> member.leave(group, "eth0")).errno());
        settle();
        network.host("a").sockets().datagram().send(HELLO, new Endpoint(group, PORT), LINE);
        settle();
        assertTrue(member.receive().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "239.1.2.3", "ff05::123" })
    void theSenderHearsItselfUnlessItDoesNotWantTo(String text) throws SocketError {
        IpAddress group = IpAddress.parse(text);
        DatagramSocket member = member("a", group);
        settle();
        member.send(HELLO, new Endpoint(group, PORT), LINE);
        settle();
        assertHeard(member);
        member.set(SocketOption.MULTICAST_LOOP, 0);
        member.send(HELLO, new Endpoint(group, PORT), LINE);
        settle();
        assertTrue(member.receive().isEmpty());
        member.set(SocketOption.MULTICAST_LOOP, 1);
        member.set(SocketOption.MULTICAST_TTL, 0);
        int frames = network.trace().frames().size();
        member.send(HELLO, new Endpoint(group, PORT), LINE);
        settle();
        assertHeard(member);
        assertEquals(frames + 1, network.trace().frames().size(), "it never left the host");
    }

    @ParameterizedTest
    @ValueSource(strings = { "239.1.2.3", "ff05::123" })
    void routersAreToldTwiceWhoTakesPart(String text) throws SocketError {
        settle();
        int before = infos().size();
        IpAddress group = IpAddress.parse(text);
        DatagramSocket member = member("b", group);
        settle();
        member.close();
        settle();
        List<String> said = infos().subList(before, infos().size());
        // Two reports and two more of having left, each on the cables of three hosts.
        assertEquals(12, said.size(), said.toString());
        if (text.contains(".")) {
            assertEquals("Membership Report / Join group 239.1.2.3 for any sources", said.getFirst());
            assertEquals("Membership Report / Leave group 239.1.2.3", said.getLast());
        } else {
            assertEquals("Multicast Listener Report Message v2", said.getFirst());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "10.0.1.2", "2001:db8::1" })
    void anAddressOfOneIsNoGroup(String text) {
        DatagramSocket socket = network.host("a").sockets().datagram();
        assertEquals(Errno.EINVAL,
                assertThrows(SocketError.class, () -> socket.join(IpAddress.parse(text), "")).errno());
    }

    @ParameterizedTest
    @ValueSource(strings = { "239.1.2.3", "ff05::123" })
    void wiresharkAgrees(String text) throws SocketError, IOException {
        Tshark.assumeInstalled();
        everyMemberAndNobodyElseGetsACopy(text);
        TsharkComparison.assertSame(network.trace().frames(), folder);
    }

    /** What a router on the cable of c says to all groups of the link, with a hop limit of 1. */
    private void query(int protocol, Ipv4Address to, byte[] message) {
        Ipv4Address router = Ipv4Address.of(10, 0, 1, 1);
        byte[] packet = Content.of(message)
                .behind(Ipv4Header.of(router, to, protocol, 1, 0, message.length).emit()).bytes();
        send(new EthernetFrame(new MacAddress(0x0100_5e00_0001L), new MacAddress(9), EthernetFrame.IPV4).emit(packet));
    }

    private void send(byte[] frame) {
        network.link("c-s1").from(network.link("c-s1").a()).send(Content.of(frame));
    }

    /** What b has said since. */
    private List<String> saidByB(int before) {
        return network.trace().frames().stream().skip(before).filter(frame -> frame.where().equals("b→s1"))
                .map(frame -> new Dissector().dissect(frame.content().bytes()).info()).toList();
    }

    @Test
    void aRouterThatAsksByIgmpIsToldWhatIsStillHeard() throws SocketError {
        IpAddress group = IpAddress.parse("239.1.2.3");
        member("b", group);
        member("b", IpAddress.parse("239.9.9.9"));
        settle();
        int before = network.trace().frames().size();
        long asked = network.events().now();

        query(IgmpMessage.PROTOCOL, IgmpMessage.ALL_HOSTS,
                new IgmpMessage(IgmpMessage.QUERY, 3, 20, Ipv4Address.ANY, List.of()).emit());
        settle();
        assertEquals(List.of("Membership Report / Join group 239.1.2.3 for any sources"
                + " / Join group 239.9.9.9 for any sources"), saidByB(before));
        long answered = network.trace().frames().stream().filter(frame -> frame.where().equals("b→s1")).toList()
                .getLast().sent();
        assertTrue(answered - asked <= 2_000_000_000L, "within the two seconds that it was given");

        before = network.trace().frames().size();
        query(IgmpMessage.PROTOCOL, Ipv4Address.of(239, 1, 2, 3),
                new IgmpMessage(IgmpMessage.QUERY, 2, 10, Ipv4Address.of(239, 1, 2, 3), List.of()).emit());
        settle();
        assertEquals(List.of("Membership Report group 239.1.2.3"), saidByB(before), "in the asker's version");

        before = network.trace().frames().size();
        byte[] damaged = new IgmpMessage(IgmpMessage.QUERY, 3, 20, Ipv4Address.ANY, List.of()).emit();
        damaged[1] ^= 1;
        query(IgmpMessage.PROTOCOL, IgmpMessage.ALL_HOSTS, damaged);
        settle();
        assertEquals(List.of(), saidByB(before), "a damaged question is none");
    }

    @Test
    void aRouterThatAsksByMldIsToldWhatIsStillHeard() throws SocketError {
        member("b", IpAddress.parse("ff05::123"));
        settle();
        int before = network.trace().frames().size();
        Ipv6Address all = (Ipv6Address) IpAddress.parse("ff02::1");

        ask((Ipv6Address) IpAddress.parse("fe80::9"), all);
        settle();
        List<String> said = saidByB(before);
        assertEquals(List.of("Multicast Listener Report Message v2"), said);

        before = network.trace().frames().size();
        ask((Ipv6Address) IpAddress.parse("2001:db8::9"), all);
        settle();
        assertEquals(List.of(), saidByB(before), "only who is on the link may ask (RFC 3810, section 5.1.14)");
    }

    private void ask(Ipv6Address router, Ipv6Address to) {
        byte[] body = new MldMessage(MldMessage.QUERY, 2, 1000, Ipv6Address.ANY, List.of()).body();
        byte[] message = Icmpv6Message.emit(MldMessage.QUERY, 0, router, to, body);
        byte[] packet = Content.of(message)
                .behind(Ipv6Header.of(router, to, Icmpv6Message.PROTOCOL, 1, message.length).emit()).bytes();
        send(new EthernetFrame(new MacAddress(0x3333_0000_0001L), new MacAddress(9), EthernetFrame.IPV6).emit(packet));
    }
}
