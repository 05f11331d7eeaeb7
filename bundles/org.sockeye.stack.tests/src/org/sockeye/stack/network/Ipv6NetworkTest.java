package org.sockeye.stack.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.Dissector;
import org.sockeye.stack.dissect.Tshark;
import org.sockeye.stack.dissect.TsharkComparison;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.topology.HostOptions;
import org.sockeye.stack.topology.IpVersions;
import org.sockeye.stack.topology.LinkOptions;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.RouterOptions;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.topology.TopologyBuilder;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.transport.tcp.TcpSetting;
import org.sockeye.stack.transport.tcp.TcpSettings;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Header;

/** A client on a switch, a router, and a server behind a link that may take smaller packets, all speaking IPv6. */
class Ipv6NetworkTest {

    static final Origin LINE = Origin.stack("client");
    static final long SECOND = 1_000_000_000L;
    static final IpAddress CLIENT = IpAddress.parse("2001:db8:a00:100::2");
    static final IpAddress SERVER = IpAddress.parse("2001:db8:a00:200::2");

    @TempDir
    Path folder;

    static Network network(IpVersions ip, int mtu, String... clientAddresses) {
        TopologyBuilder builder = Topology.builder("six");
        HostOptions host = HostOptions.USUAL.withIp(ip);
        return Network.build(builder.host("client", host.withAddresses(List.of(clientAddresses)))
                .ethernetSwitch("s1").router("r1", RouterOptions.USUAL.withIp(ip)).host("server", host)
                .link("client", "s1").link("s1", "r1")
                .link("r1", "server", LinkOptions.USUAL.withMaximumPayload(mtu)).build(), 1);
    }

    static void settle(Network network) {
        int steps = 0;
        while (network.events().runNext()) {
            assertTrue(++steps < 1_000_000, "the network never comes to rest");
        }
    }

    private static List<String> infos(Network network) {
        return network.trace().frames().stream().map(Ipv6NetworkTest::dissect).map(Dissection::info).toList();
    }

    static Dissection dissect(TracedFrame frame) {
        return new Dissector().dissect(frame.content().bytes());
    }

    static boolean ping(Network network, IpAddress destination) {
        List<Boolean> answers = new ArrayList<>();
        network.host("client").sockets().ping(destination, 10 * SECOND, answers::add);
        settle(network);
        return answers.getFirst();
    }

    @Test
    void hostsFindTheirNeighboursAndReachOthersByTheRouter() {
        Network network = network(IpVersions.SIX, 1500);
        assertEquals(List.of(CLIENT), network.host("client").addresses());
        settle(network);
        int before = network.trace().frames().size();
        assertTrue(ping(network, SERVER));
        List<String> infos = infos(network).subList(before, infos(network).size());
        assertEquals("Neighbor Solicitation for 2001:db8:a00:100::1 from 02:00:0a:00:01:02", infos.get(0));
        assertTrue(infos.stream().anyMatch(info -> info.startsWith("Neighbor Advertisement 2001:db8:a00:100::1 (rtr")),
                infos.toString());
        assertTrue(infos.stream().noneMatch(info -> info.startsWith("Who has")));
    }

    @Test
    void aHostThatIsAskedForNoAddressTakesOneFromTheRouter() {
        Network network = network(IpVersions.SIX, 1500, "auto");
        assertEquals(List.of(), network.host("client").addresses());
        settle(network);
        assertEquals(List.of(IpAddress.parse("2001:db8:a00:100:0:aff:fe00:102")), network.host("client").addresses());
        assertTrue(infos(network).contains("Router Solicitation from 02:00:0a:00:01:02"));
        assertTrue(ping(network, SERVER), "by the router that advertised itself");
    }

    @Test
    void theWordAutoAsksForIpv6() {
        Network network = Network.build(Topology.builder("auto").host("client", "10.0.1.7/24", "auto")
                .router("r", RouterOptions.USUAL.withIp(IpVersions.BOTH)).link("client", "r").build(), 1);
        settle(network);
        assertEquals(List.of(IpAddress.parse("10.0.1.7"), IpAddress.parse("2001:db8:a00:100:0:aff:fe00:107")),
                network.host("client").addresses());
    }

    @Test
    void addressesMayBeAskedFor() {
        Network network = network(IpVersions.FOUR, 1500, "10.0.1.7/24", "2001:db8:1::2/64");
        assertEquals(List.of(IpAddress.parse("10.0.1.7"), IpAddress.parse("2001:db8:1::2")),
                network.host("client").addresses());
    }

    @Test
    void nobodyAndNothingIsUnreachable() {
        Network network = network(IpVersions.BOTH, 1500);
        assertFalse(ping(network, IpAddress.parse("2001:db8:a00:200::99")), "nobody has the address");
        assertTrue(infos(network).stream().anyMatch("Destination Unreachable (Address unreachable)"::equals));
        assertFalse(ping(network, IpAddress.parse("2001:db8:ffff::1")), "no route leads there");
        assertTrue(infos(network).stream().anyMatch("Destination Unreachable (no route to destination)"::equals));
    }

    @Test
    void theSameAddressTwiceIsNoticed() {
        TopologyBuilder builder = Topology.builder("double");
        HostOptions host = HostOptions.USUAL.withIp(IpVersions.BOTH);
        Network network = Network.build(builder.host("a", host.withAddresses(List.of("2001:db8:1::2/64")))
                .host("b", host.withAddresses(List.of("2001:db8:1::2/64"))).link("a", "b").build(), 1);
        settle(network);
        assertTrue(network.trace().notes().stream()
                .anyMatch(note -> note.text().startsWith("nd: 2001:db8:1::2 is in use by somebody else")));
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** What the server received. */
    private static byte[] transfer(Network network, IpAddress to, byte[] sent) throws SocketError {
        StreamSocket listener = network.host("server").sockets().stream();
        listener.bind(new Endpoint(Ipv6Address.ANY, 6789));
        listener.listen(5);
        StreamSocket client = network.host("client").sockets().stream();
        client.connect(new Endpoint(to, 6789));
        byte[] received = new byte[sent.length];
        int written = 0;
        int read = 0;
        StreamSocket served = null;
        while (read < sent.length && network.events().runNext()) {
            if (client.isConnected() && written < sent.length) {
                written += client.send(sent, written, sent.length - written, LINE);
            }
            if (served == null) {
                Optional<StreamSocket> accepted = listener.accept();
                served = accepted.orElse(null);
            } else if (served.available() > 0) {
                read += served.receive(received, read, received.length - read);
            }
        }
        client.close();
        if (served != null) {
            served.close();
        }
        listener.close();
        settle(network);
        return received;
    }

    @Test
    void tcpLearnsFromTheRouterHowMuchThePathTakes() throws SocketError {
        RouterOptions router = RouterOptions.USUAL.withIp(IpVersions.SIX);
        HostOptions host = HostOptions.USUAL.withIp(IpVersions.SIX);
        Network network = Network.build(Topology.builder("narrow").host("client", host).router("r1", router)
                .router("r2", router).host("server", host).link("client", "r1")
                .link("r1", "r2", LinkOptions.USUAL.withMaximumPayload(1300)).link("r2", "server").build(), 1);
        byte[] sent = bytes(60_000);

        assertArrayEquals(sent, transfer(network, IpAddress.parse("2001:db8:a00:300::2"), sent));

        List<TracedFrame> frames = network.trace().frames();
        int told = infos(network).indexOf("Packet Too Big");
        assertEquals("r1→client", frames.get(told).where());
        assertTrue(longest(frames.subList(0, told)) == 1500 + 18 && told > 0, "at first the own link is the measure");
        int settled = infos(network).lastIndexOf("Packet Too Big") + 1;
        assertEquals(1300 + 18, longest(frames.subList(settled, frames.size())), "and then the narrowest of the path");
    }

    private static int longest(List<TracedFrame> frames) {
        return frames.stream().mapToInt(frame -> frame.content().bytes().length).max().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = { "SIX", "BOTH" })
    void theTrafficClassTellsOfCongestionAsInIpv4(IpVersions ip) throws SocketError {
        HostOptions host = HostOptions.USUAL.withIp(ip).withTcp(TcpSettings.LINUX.with(TcpSetting.ECN, 1));
        Network network = Network.build(Topology.builder("marks").host("client", host)
                .router("r1", RouterOptions.USUAL.withIp(ip)).host("server", host).link("client", "r1")
                .link("r1", "server").build(), 1);
        byte[] sent = bytes(20_000);

        assertArrayEquals(sent, transfer(network, SERVER, sent));

        List<TracedFrame> data = network.trace().frames().stream().filter(frame -> frame.where().equals("r1→server")
                && frame.content().messages().size() > 0).toList();
        assertFalse(data.isEmpty());
        for (TracedFrame frame : data) {
            Ipv6Header header = Ipv6Header.parse(frame.content().bytes(), EthernetFrame.HEADER_LENGTH, 1500)
                    .orElseThrow();
            assertEquals(2, header.trafficClass(), "able to hear of congestion (RFC 3168, section 5)");
        }
    }

    @Test
    void whoListensOnAnyAddressHearsBothVersions() throws SocketError {
        Network network = network(IpVersions.BOTH, 1500);
        byte[] sent = bytes(20_000);
        assertArrayEquals(sent, transfer(network, SERVER, sent));
        assertArrayEquals(sent, transfer(network, Ipv4Address.of(10, 0, 2, 2), sent));
        assertArrayEquals(sent, transfer(network, SERVER, sent));
    }

    @Test
    void whoWantsIpv6OnlyLeavesThePortOfIpv4ToOthers() throws SocketError {
        Network network = network(IpVersions.BOTH, 1500);
        List<StreamSocket> listeners = new ArrayList<>();
        List<DatagramSocket> receivers = new ArrayList<>();
        for (IpAddress any : List.of(Ipv6Address.ANY, Ipv4Address.ANY)) {
            StreamSocket listener = network.host("server").sockets().stream();
            DatagramSocket receiver = network.host("server").sockets().datagram();
            if (any.equals(Ipv6Address.ANY)) {
                listener.set(SocketOption.IPV6_ONLY, 1);
                receiver.set(SocketOption.IPV6_ONLY, 1);
            }
            listener.bind(new Endpoint(any, 80));
            listener.listen(5);
            receiver.bind(new Endpoint(any, 53));
            listeners.add(listener);
            receivers.add(receiver);
        }
        Endpoint ipv4 = new Endpoint(Ipv4Address.of(10, 0, 2, 2), 80);
        network.host("client").sockets().stream().connect(ipv4);
        network.host("client").sockets().datagram().send(new byte[1], new Endpoint(ipv4.address(), 53), LINE);
        settle(network);
        assertTrue(listeners.get(0).accept().isEmpty());
        assertTrue(listeners.get(1).accept().isPresent());
        assertTrue(receivers.get(0).receive().isEmpty());
        assertTrue(receivers.get(1).receive().isPresent());
        listeners.get(1).close();
        StreamSocket refused = network.host("client").sockets().stream();
        refused.connect(ipv4);
        settle(network);
        assertEquals("ECONNREFUSED", refused.takeError().map(Enum::name).orElse("nothing"));
    }

    @Test
    void aDatagramTooLargeForItsWayIsCutByItsSourceAlone() throws SocketError {
        Network network = network(IpVersions.SIX, 1280);
        settle(network);
        DatagramSocket server = network.host("server").sockets().datagram();
        server.bind(new Endpoint(Ipv6Address.ANY, 6789));
        DatagramSocket client = network.host("client").sockets().datagram();
        byte[] sent = bytes(4000);
        client.send(sent, new Endpoint(SERVER, 6789), LINE);
        settle(network);
        assertTrue(server.receive().isEmpty(), "the router does not cut");
        assertTrue(infos(network).contains("Packet Too Big"));
        client.send(sent, new Endpoint(SERVER, 6789), LINE);
        settle(network);
        DatagramSocket.Datagram received = server.receive().orElseThrow();
        assertArrayEquals(sent, received.bytes());
        assertEquals(CLIENT, received.from().address());
        assertTrue(infos(network).stream().anyMatch(info -> info.startsWith("IPv6 fragment (off=1232 more=y")));
    }

    @Test
    void aClosedPortIsToldToTheSender() throws SocketError {
        Network network = network(IpVersions.SIX, 1500);
        DatagramSocket client = network.host("client").sockets().datagram();
        client.connect(new Endpoint(SERVER, 6780));
        client.send(new byte[10], null, LINE);
        settle(network);
        assertEquals("ECONNREFUSED", client.takeError().map(Enum::name).orElse("nothing"));
        assertTrue(infos(network).contains("Destination Unreachable (Port unreachable)"));
    }

    @Test
    void namesLeadToAddressesOfIpv6() {
        Network network = network(IpVersions.SIX, 1500);
        List<List<IpAddress>> found = new ArrayList<>();
        network.host("client").sockets().resolve("server", found::add);
        settle(network);
        assertEquals(List.of(List.of(SERVER)), found);
    }

    @Test
    void aHostTalksToItself() throws SocketError {
        Network network = network(IpVersions.SIX, 1500);
        assertTrue(ping(network, Ipv6Address.LOOPBACK));
        assertTrue(ping(network, CLIENT));
    }

    @Test
    void neighboursThatAreNotHeardOfForLongAreAskedAgain() {
        Network network = network(IpVersions.SIX, 1500);
        assertTrue(ping(network, SERVER));
        int before = (int) infos(network).stream().filter(info -> info.startsWith("Neighbor Solicitation")).count();
        network.events().after(NeighbourCache.REACHABLE_TIME + SECOND, () -> {
        });
        settle(network);
        assertTrue(ping(network, SERVER), "at once, to the address that was known");
        List<String> infos = infos(network);
        assertTrue(infos.stream().filter(info -> info.startsWith("Neighbor Solicitation")).count() > before);
        assertTrue(infos.indexOf("Echo (ping) request id=0x0002, seq=1, hop limit=64") >= 0, infos.toString());
    }

    @Test
    void wiresharkAgreesWithAllOfIt() throws IOException, SocketError {
        Tshark.assumeInstalled();
        Network network = network(IpVersions.BOTH, 1300, "auto");
        settle(network);
        byte[] sent = bytes(30_000);
        transfer(network, SERVER, sent);
        ping(network, SERVER);
        ping(network, IpAddress.parse("2001:db8:ffff::1"));
        DatagramSocket client = network.host("client").sockets().datagram();
        client.send(bytes(100), new Endpoint(SERVER, 6780), LINE);
        settle(network);
        TsharkComparison.assertSame(network.trace().frames(), folder);
    }
}
