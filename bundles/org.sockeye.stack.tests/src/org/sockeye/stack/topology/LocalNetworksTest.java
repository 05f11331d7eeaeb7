package org.sockeye.stack.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.VlanTag;

class LocalNetworksTest {

    private static List<String> addresses(TestNetwork net) {
        return net.network().hosts().stream().map(host -> host.name() + " " + host.addresses().get(0)).toList();
    }

    @Test
    void aVirtualLanOverTwoSwitchesIsASubnetOfItsOwn() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [a, b, c, d]
                switches:
                  s1: { vlans: { p1: 10, p2: 20, p3: trunk } }
                  s2: { vlans: { p1: [10, 20], p2: 10, p3: 20, p4: 20 } }
                routers: [r]
                links: [[a, s1], [b, s1], [s1, s2], [c, s2], [d, s2], [r, s2]]
                """);
        assertEquals(List.of("a 10.0.1.2", "b 10.0.2.2", "c 10.0.1.3", "d 10.0.2.3"), addresses(net));
        assertTrue(net.ping("a", "10.0.1.3"), "a and c are in one virtual LAN");
        assertTrue(net.ping("b", "10.0.2.3"), "so are b and d");
        assertTrue(net.ping("b", "10.0.2.1"), "and r");
        assertFalse(net.ping("a", "10.0.2.2"), "no router joins the two");
    }

    @Test
    void hostsOnTheAirAndOnCablesOfAnAccessPointAreNeighbours() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [laptop, phone, desktop]
                access-points: [ap]
                routers: [r]
                links: [[laptop, ap], [ap, phone], [desktop, ap], [ap, r]]
                """);
        TestNetwork wired = TestNetwork.of("""
                hosts: [laptop, server]
                access-points: [ap]
                switches: [s]
                routers: [r]
                links: [[laptop, ap], [ap, s], [s, r], [r, server]]
                """);
        assertEquals(List.of("laptop 10.0.1.2", "phone 10.0.1.3", "desktop 10.0.1.4"), addresses(net));
        assertTrue(net.ping("laptop", "10.0.1.3"));
        assertTrue(net.ping("phone", "10.0.1.1"));
        assertTrue(wired.ping("laptop", "10.0.2.2"));
        assertTrue(wired.ping("server", "10.0.1.2"));
        assertEquals("wlan0", wired.network().host("laptop").interfaces().get(1).name());
        assertEquals(54_000_000, wired.network().link("laptop-ap").conditions().rate());
    }

    @Test
    void aHostThatAsksByDhcpMayBeDescribedInOneWord() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: { laptop: dhcp, server: }
                routers: [r]
                links: [[laptop, r], [r, server]]
                """);
        net.pass(2 * TestNetwork.SECOND);
        assertTrue(net.ping("laptop", "10.0.2.2"));
    }

    @Test
    void aRouterOnATrunkLeadsFromOneVirtualLanToAnother() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [a, b, c]
                switches: { s: { vlans: { p1: 10, p2: 20, p3: 10, p4: trunk } } }
                routers: { r: { vlans: { eth0: [10, 20] } } }
                links: [[a, s], [b, s], [c, s], [r, s]]
                """);
        assertEquals(List.of("lo 127.0.0.1", "eth0.10 10.0.1.1", "eth0.20 10.0.2.1"), net.network().router("r")
                .interfaces().stream().map(port -> port.name() + " " + port.address()).toList());

        assertTrue(net.ping("a", "10.0.2.2"));
        List<String> tags = net.network().trace().frames().stream()
                .filter(frame -> frame.where().equals("s→r") || frame.where().equals("r→s"))
                .map(frame -> frame.where() + " " + VlanTag.vlan(frame.content().bytes())).distinct().toList();
        assertEquals(List.of("s→r 10", "r→s 10", "r→s 20", "s→r 20"), tags, "up by one, down by the other");

        net.skip();
        assertTrue(net.ping("a", "10.0.1.3"));
        assertTrue(net.tell().stream().noneMatch(line -> line.contains("→r") && line.contains("Echo")),
                "neighbours need no router");
        List<List<IpAddress>> found = new ArrayList<>();
        net.network().host("b").sockets().resolve("a", found::add);
        net.settle();
        assertEquals(List.of(List.of(TestNetwork.address("10.0.1.2"))), found);
        assertTrue(net.network().router("r").interfaces().stream().skip(1)
                .map(port -> port.link().address()).distinct().count() == 1, "one card has one address");
    }

    @Test
    void aRouterOnATrunkTakesTheLargestFrames() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: { a: { addresses: dhcp }, b: { ip: both } }
                switches: { s: { vlans: { p1: 10, p2: 20, p3: [10, 20] } } }
                routers: { r: { ip: both, vlans: { eth0: [10, 20] }, addresses: [10.0.10.1/24, 10.0.20.1/24] } }
                links: [[a, s], [b, s], [r, s]]
                """);
        net.settle();
        DatagramSocket b = net.udp("b", 5000);
        String large = "x".repeat(1472);
        TestNetwork.send(net.udp("a"), large, "10.0.20.2:5000");
        net.settle();
        assertEquals(List.of(large), TestNetwork.received(b));
        assertTrue(net.network().trace().frames().stream()
                .anyMatch(frame -> frame.where().equals("r→s") && frame.content().bytes().length == 1522));
    }
}
