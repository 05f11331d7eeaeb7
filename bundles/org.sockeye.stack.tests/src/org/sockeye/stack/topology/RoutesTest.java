package org.sockeye.stack.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.network.RoutingTable;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.wire.IpAddress;

class RoutesTest {

    @Test
    void datagramsFindTheirWayOverSeveralRouters() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [a, b, c]
                routers: [r1, r2, r3]
                links: [[a, r1], [r1, r2], [r2, b], [r2, r3], [r3, c]]
                """);
        assertTrue(net.ping("a", "10.0.3.2"), "b");
        net.skip();
        assertTrue(net.ping("a", "10.0.5.2"), "c");
        assertEquals(List.of("a→r1 ttl=64", "r1→r2 ttl=63", "r2→r3 ttl=62", "r3→c ttl=61"),
                net.tell().stream().filter(line -> line.contains("request"))
                        .map(line -> line.replaceAll(" .*(ttl=\\d+).*", " $1")).toList());
        assertFalse(net.ping("a", "10.0.9.9"), "nobody");
    }

    @Test
    void theShorterOfTwoWaysIsTaken() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [a, b]
                routers: [r1, r2, r3]
                links: [[a, r1], [r1, r2], [r2, r3], [r3, b], [r1, r3]]
                """);
        assertTrue(net.ping("a", "10.0.4.2"));
        assertEquals(0, net.tell().stream().filter(line -> line.contains("r2")).count());
    }

    @Test
    void aHostWithTwoLinksUsesTheRightOne() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [middle, a, b]
                links: [[middle, a], [middle, b]]
                """);
        assertTrue(net.ping("middle", "10.0.1.3"), "a");
        assertTrue(net.ping("middle", "10.0.2.3"), "b");
        assertFalse(net.ping("a", "10.0.2.3"), "a host forwards nothing");
    }

    @Test
    void equallyGoodWaysAreAllKept() throws Exception {
        Network net = Network.build(new TopologyReader("net.yaml", "net").read("""
                hosts: [a, b]
                routers: [r1, r2, r3, r4]
                links: [[a, r1], [r1, r2], [r1, r3], [r2, r4], [r3, r4], [r1, r4], [r4, b], [r1, r4]]
                """), 1);
        assertEquals(List.of("eth3 10.0.6.2", "eth4 10.0.8.2"), ways(net.router("r1").routes(), "10.0.7.0"),
                "two links to the same router");
        assertEquals(List.of("eth0 10.0.2.1", "eth1 10.0.4.2"), ways(net.router("r2").routes(), "10.0.8.0"),
                "two routers on the way");
    }

    private static List<String> ways(RoutingTable table, String subnet) {
        return table.routes().stream().filter(route -> route.destination().address().toString().equals(subnet))
                .flatMap(route -> route.nextHops().stream())
                .map(hop -> hop.port() + " " + hop.gateway().map(Object::toString).orElse("")).toList();
    }

    @Test
    void twoPathsShareTheFlowsOrTakeTurnsWithThePackets() throws Exception {
        String net = """
                hosts: [a, b]
                routers: { r1: { paths: %s }, r2: , r3: , r4: }
                links: [[a, r1], [r1, r2], [r2, r4], [r1, r3], [r3, r4], [r4, b]]
                """;
        assertEquals(Set.of("r1→r2", "r1→r3"), pathsOfOneFlow(net.formatted("per-packet")));
        assertEquals(1, pathsOfOneFlow(net.formatted("per-flow")).size());
    }

    private static Set<String> pathsOfOneFlow(String yaml) throws Exception {
        TestNetwork net = TestNetwork.of(yaml);
        DatagramSocket a = net.udp("a", 7);
        for (int i = 0; i < 10; i++) {
            TestNetwork.send(a, "n" + i, "10.0.6.2:7");
        }
        net.settle();
        return net.tell().stream().filter(line -> line.startsWith("r1→r") && line.contains(" UDP "))
                .map(line -> line.substring(0, 5)).collect(Collectors.toSet());
    }

    @Test
    void whatLiesBehindAddressTranslationIsNotRoutedTo() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [inside, outside]
                routers: { r1: { nat: eth1 }, r2: }
                links: [[inside, r1], [r1, r2], [r2, outside]]
                """);
        assertTrue(net.ping("inside", "10.0.3.2"));
        assertFalse(net.ping("outside", "10.0.1.2"));
        assertEquals(List.of(), ways(net.network().router("r2").routes(), "10.0.1.0"));
    }

    @Test
    void aThousandHostsOnAHundredSwitchesAreSoonConnected() throws Exception {
        TopologyBuilder builder = Topology.builder("large");
        builder.router("r0");
        for (int s = 0; s < 100; s++) {
            builder.ethernetSwitch("s" + s).router("r" + (s + 1));
            builder.link("s" + s, "r" + s).link("s" + s, "r" + (s + 1));
            for (int h = 0; h < 10; h++) {
                builder.host("h" + s + "-" + h).link("h" + s + "-" + h, "s" + s);
            }
        }
        TestNetwork net = TestNetwork.of(Network.build(builder.build(), 1));
        assertEquals(1000, net.network().hosts().size());
        assertTrue(net.ping("h0-0", "10.0.60.5"), "sixty routers away");
    }

    @Test
    void aSegmentOfAThousandHostsGetsASubnetThatIsLargeEnough() throws Exception {
        TopologyBuilder builder = Topology.builder("flat").router("r").ethernetSwitch("s").link("r", "s").host("x")
                .link("r", "x");
        for (int h = 0; h < 1000; h++) {
            builder.host("h" + h).link("h" + h, "s");
        }
        TestNetwork net = TestNetwork.of(Network.build(builder.build(), 1));
        HostSpec last = (HostSpec) net.network().topology().devices().get(1002);
        assertEquals("10.0.7.233 of 10.0.4.0/22", last.interfaces().get(0).address() + " of "
                + last.interfaces().get(0).subnet());
        assertTrue(net.ping("x", "10.0.7.233"));
    }

    @Test
    void eachVersionOfIpGoesByTheRoutersThatSpeakIt() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: { client: { ip: both }, server: { ip: both } }
                switches: [s, t]
                routers: { young: { ip: 6 }, old: {} }
                links: [[client, s], [young, s], [old, s], [server, t], [young, t], [old, t]]
                """);
        net.settle();
        List<List<IpAddress>> found = new ArrayList<>();
        net.network().host("client").sockets().resolve("server", found::add);
        net.settle();
        assertEquals(List.of(net.network().host("server").addresses()), found);
        for (IpAddress address : found.getFirst()) {
            List<Boolean> answers = new ArrayList<>();
            net.network().host("client").sockets().ping(address, TestNetwork.SECOND, answers::add);
            net.settle();
            assertEquals(List.of(true), answers, address.toString());
        }
    }
}
