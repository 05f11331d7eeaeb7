package org.sockeye.stack.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.stack.dissect.DisplayFilter;
import org.sockeye.stack.dissect.Dissector;
import org.sockeye.stack.dissect.FilterException;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.transport.tcp.congestion.Reno;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.Ipv6Address;

class LayersTest {

    private static final int BULK = 200_000;

    private static final Layers WITH_MINE = Layers.standard().withTransport("stop-and-wait",
            (network, settings, environment) -> new StopAndWait(network, environment))
            .withNetwork("parcels", (interfaces, environment) -> new Parcels(interfaces));

    private static Topology topology(String options, String conditions) throws TopologyException {
        return new TopologyReader("net.yaml", "net").read("""
                hosts: { client: { %1$s }, server: { %1$s } }
                switches: [s1]
                routers: [r1]
                defaults: { %2$s }
                links: [[client, s1], [s1, r1], [r1, server]]
                """.formatted(options, conditions));
    }

    private static TestNetwork exchanged(Topology topology) throws Exception {
        return exchanged(topology, Ipv4Address.ANY);
    }

    private static TestNetwork exchanged(Topology topology, IpAddress any) throws Exception {
        TestNetwork net = TestNetwork.of(Network.build(topology.withLayers(WITH_MINE), 1));
        Network network = net.network();
        Exchange exchange = new Exchange(network.host("client").sockets(), network.host("server").sockets(),
                any, BULK);
        net.settle();
        assertEquals("", exchange.outcome());
        return net;
    }

    /** How many frames that the filter lets pass went from router to switch. */
    private static long carried(TestNetwork net, String filter) throws FilterException {
        DisplayFilter condition = DisplayFilter.parse(filter);
        return net.network().trace().frames().stream().filter(frame -> frame.where().equals("r→s"))
                .filter(frame -> condition.matches(new Dissector().dissect(frame.content().bytes()))).count();
    }

    /** The protocol numbers of all datagrams between the hosts that are larger than names are. */
    private static List<Integer> protocols(TestNetwork net) {
        return net.network().trace().frames().stream().map(frame -> frame.content().bytes())
                .filter(bytes -> bytes.length > 300 && EthernetFrame.type(bytes) == EthernetFrame.IPV4)
                .map(bytes -> Ipv4Header.parse(bytes, EthernetFrame.HEADER_LENGTH,
                        bytes.length - EthernetFrame.HEADER_LENGTH - EthernetFrame.FCS_LENGTH).orElseThrow().protocol())
                .distinct().toList();
    }

    @Test
    void theApplicationRunsOverATransportThatTheStackHasNeverSeen() throws Exception {
        TestNetwork net = exchanged(topology("transport: stop-and-wait", "loss: 2%, duplicate: 1%, reorder: 1%"));
        assertEquals(List.of(StopAndWait.PROTOCOL), protocols(net), "all of it was carried by the other transport");
    }

    @Test
    void theSameApplicationRunsOverTcp() throws Exception {
        assertEquals(List.of(6), protocols(exchanged(topology("transport: tcp", "loss: 2%"))));
    }

    @ParameterizedTest
    @CsvSource({ "ethernet, 4, cubic", "ethernet, 4, reno", "ethernet, 6, cubic", "ethernet, 6, reno", "wifi, 4, cubic",
            "wifi, 4, reno", "wifi, 6, cubic", "wifi, 6, reno" })
    void theSameApplicationRunsOverEveryCombination(String link, int ip, String congestion) throws Exception {
        Topology topology = new TopologyReader("net.yaml", "net").read("""
                hosts:
                  client: { ip: %2$d, tcp: { congestion: %1$s } }
                  server: { ip: %2$d, tcp: { congestion: %1$s } }
                switches: [s]
                access-points: [ap]
                routers: { r: { ip: %2$d } }
                links: [[client, %3$s], [ap, s], { between: [s, r], loss: 2%% }, [r, server]]
                """.formatted(congestion, ip, link.equals("wifi") ? "ap" : "s"));
        TestNetwork net = exchanged(topology, ip == 4 ? Ipv4Address.ANY : Ipv6Address.ANY);
        assertEquals(0, carried(net, "tcp && " + (ip == 4 ? "ipv6" : "ip")));
        assertTrue(carried(net, "tcp.len > 0 && " + (ip == 4 ? "ip" : "ipv6")) > BULK / 1500);
        assertEquals(link.equals("wifi"), net.network().trace().frames().stream()
                .anyMatch(frame -> frame.from().isAntenna()));
    }

    @ParameterizedTest
    @CsvSource({ "ethernet, tcp", "ethernet, stop-and-wait", "wifi, tcp", "wifi, stop-and-wait" })
    void theSameApplicationRunsOverANetworkLayerThatTheStackHasNeverSeen(String link, String transport)
            throws Exception {
        Topology topology = new TopologyReader("net.yaml", "net").read("""
                hosts:
                  client: { network: parcels, transport: %s }
                  server: { network: parcels, transport: %s }
                  neighbour: {}
                switches: [s]
                access-points: [ap]
                routers: [r]
                defaults: { loss: 1%% }
                links: [[client, %s], [ap, s], [s, server], [s, neighbour], [s, r]]
                """.formatted(transport, transport, link.equals("wifi") ? "ap" : "s"));
        TestNetwork net = exchanged(topology);
        List<Integer> types = net.network().trace().frames().stream()
                .filter(frame -> frame.where().equals("server→s")).map(frame -> frame.content().bytes())
                .map(EthernetFrame::type).distinct().toList();
        assertEquals(List.of(Parcels.TYPE), types, "the server speaks nothing else");
        assertEquals(List.of(TestNetwork.address("10.0.1.3")), net.network().host("server").addresses());
    }

    @Test
    void datagramsGoOverAnotherNetworkLayerToo() throws Exception {
        TestNetwork net = TestNetwork.of(Network.build(new TopologyReader("net.yaml", "net").read("""
                hosts: { a: { network: parcels }, b: { network: parcels }, c: {} }
                switches: [s]
                links: [[a, s], [b, s], [c, s]]
                """).withLayers(WITH_MINE), 1));
        DatagramSocket a = net.udp("a", 4000);
        DatagramSocket b = net.udp("b", 4000);

        TestNetwork.send(a, "hello", "10.0.1.3:4000");
        TestNetwork.send(a, "myself", "127.0.0.1:4000");
        TestNetwork.send(a, "who speaks IP", "10.0.1.4:4000");
        net.settle();

        assertEquals(List.of("hello"), TestNetwork.received(b));
        assertEquals(List.of("myself"), TestNetwork.received(a));
        assertFalse(net.ping("a", "10.0.1.3"), "it has no echoes");
        assertFalse(net.ping("c", "10.0.1.3"), "nor does it answer those of IP");
    }

    @ParameterizedTest
    @ValueSource(strings = { "ip: 6", "addresses: dhcp", "addresses: '2001:db8::1/64'", "addresses: auto" })
    void whatConcernsIpAloneIsRefusedOfAHostThatDoesNotSpeakIt(String option) {
        assertEquals(
                "net.yaml:1: the network layer of a is parcels, not IP; give it addresses like 10.0.1.2/24, or none,"
                        + " and leave out ip and dhcp",
                assertThrows(TopologyException.class, () -> new TopologyReader("net.yaml", "net").read("""
                        hosts: { a: { network: parcels, %s }, b: {} }
                        links: [[a, b]]
                        """.formatted(option))).getMessage());
    }

    @Test
    void aNetworkLayerThatNobodyOffersIsNamed() throws Exception {
        Topology topology = topology("network: parcels", "delay: 1 ms");
        assertEquals(
                "net.yaml:1: client has an unknown network layer 'parcels'; there is only what an extension offers",
                assertThrows(IllegalArgumentException.class, () -> Network.build(topology, 1)).getMessage());
    }

    @Test
    void programsMayChooseTheCongestionControlOfAnExtensionAlsoWhereTheHostHasAnother() throws Exception {
        Layers layers = Layers.standard().withCongestion("mine", Reno::new);
        Network network = Network.build(topology("tcp: { congestion: reno }", "delay: 1 ms").withLayers(layers), 1);
        StreamSocket socket = network.host("client").sockets().stream();

        socket.congestionControl("mine");

        assertEquals("mine", socket.congestionControl());
    }

    @Test
    void anotherTransportsMessagesAreTracedLikeThoseOfTcp() throws Exception {
        TestNetwork net = exchanged(topology("transport: stop-and-wait", "delay: 1 ms"));
        long carried = net.network().trace().frames().stream().filter(frame -> frame.where().startsWith("server"))
                .flatMap(frame -> frame.content().messages().stream()).mapToLong(slice -> slice.length()).sum();
        assertTrue(carried >= BULK, "each byte of the answer is known on its way: " + carried);
    }

    @Test
    void aLayerThatNobodyOffersIsNamedWithThoseThereAre() throws Exception {
        Topology topology = topology("transport: mine", "delay: 1 ms");
        IllegalArgumentException unknown = assertThrows(IllegalArgumentException.class,
                () -> Network.build(topology, 1));
        assertEquals("net.yaml:1: client has an unknown transport 'mine'; there is tcp, or what an extension offers",
                unknown.getMessage());
    }
}
