package org.sockeye.stack.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.transport.tcp.TcpSetting;

class TopologyBuilderTest {

    private static String mistake(Runnable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void itSaysWhatAFileSays() throws Exception {
        Topology read = new TopologyReader("net.yaml", "net").read("""
                hosts:
                  client: 10.0.7.2/24
                  server: { transport: mine, tcp: { congestion: reno, sack: off, rmem: [4096, 8192, 16384] } }
                switches: [s1]
                routers: { r1: [10.0.7.1/24] }
                links:
                  - [client, s1]
                  - { between: [s1, r1], mtu: 1400, loss: 1%, there: { loss: 5% }, back: { rate: 1 Mbit/s } }
                  - [r1, server]
                """);
        LinkConditions lossy = LinkConditions.GOOD.withLoss(0.01);
        HostOptions server = HostOptions.USUAL.withTransport("mine").withCongestion("reno");
        Topology built = Topology.builder("net").host("client", "10.0.7.2/24")
                .host("server", server).ethernetSwitch("s1").router("r1", "10.0.7.1/24").link("client", "s1")
                .link("s1", "r1", LinkOptions.USUAL.withMaximumPayload(1400).withThere(lossy.withLoss(0.05))
                        .withBack(lossy.withRate(1_000_000)))
                .link("r1", "server").build();
        assertEquals(built.links(), read.links());
        assertEquals(built.devices().get(0), read.devices().get(0));
        HostSpec tuned = (HostSpec) read.devices().get(1);
        assertEquals(0, tuned.options().tcp().get(TcpSetting.SACK));
        assertEquals(16384, tuned.options().tcp().get(TcpSetting.RECEIVE_BUFFER_MAX));
        assertEquals(((HostSpec) built.devices().get(1)).interfaces(), tuned.interfaces());
        assertEquals(List.of("net.yaml:2", "net.yaml:3"),
                List.of(String.valueOf(read.places().get("client")), String.valueOf(read.places().get("server"))));
    }

    @Test
    void everyMistakeIsToldByTheCallThatMakesIt() {
        TopologyBuilder builder = Topology.builder("net").host("a").host("b").ethernetSwitch("s").router("r");
        assertEquals("there is a device 'a' already; rename one of them", mistake(() -> builder.router("A")));
        assertEquals("unknown device 'x'; the topology has a, b, s, r", mistake(() -> builder.link("a", "x")));
        builder.link("a", "s");
        assertEquals("s and a are linked already; remove one of the links", mistake(() -> builder.link("s", "a")));
        assertEquals("an MTU has 68 to 65535 bytes, not 60; Ethernet's is 1500",
                mistake(() -> LinkOptions.USUAL.withMaximumPayload(60)));
        assertEquals("host 'b' has no link; add one, or remove it", mistake(builder::build));
    }

    @Test
    void ofManyNamesTheMostLikelyOnesAreListed() {
        TopologyBuilder builder = Topology.builder("net");
        for (int i = 0; i < 100; i++) {
            builder.host("host" + i);
        }
        assertEquals("unknown device 'hots42'; the topology has host2, host42, host0, host1, host3 and 95 others",
                mistake(() -> builder.link("hots42", "host1")));
    }

    @Test
    void routersMayBeLinkedTwice() throws Exception {
        Topology topology = Topology.builder("net").host("a").host("b").router("r").router("q").link("a", "r")
                .link("r", "q").link("r", "q").link("q", "b").build();
        assertEquals(List.of("a-r", "r-q", "r-q-2", "q-b"), topology.links().stream().map(LinkSpec::name).toList());
        assertTrue(TestNetwork.of(Network.build(topology, 1)).ping("a", "10.0.4.2"));
    }

    @Test
    void eachDirectionHasConditionsOfItsOwn() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [a, b]
                links: [{ between: [a, b], delay: 1 ms, there: { loss: 100% } }]
                """);
        DatagramSocket b = net.udp("b", 7);
        DatagramSocket a = net.udp("a", 7);
        TestNetwork.send(b, "back", "10.0.1.2:7");
        net.settle();
        assertEquals(List.of(), TestNetwork.received(a),
                "the question for a's MAC address arrives, the answer does not");
        assertTrue(net.tell().stream().anyMatch(line -> line.startsWith("b→a") && !line.contains("lost")));
        assertEquals(List.of(), TestNetwork.received(b));
    }

    @Test
    void anInterfaceHasTheMtuOfItsLink() throws Exception {
        Topology topology = new TopologyReader("net.yaml", "net").read("""
                hosts: [a, b]
                routers: [r]
                links: [{ between: [a, r], mtu: 1400 }, [r, b]]
                """);
        Network network = Network.build(topology, 1);
        assertEquals(List.of(65535, 1400, 1500),
                network.router("r").interfaces().stream().map(port -> port.link().maximumPayload()).toList());
    }
}
