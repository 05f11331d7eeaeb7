package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockeye.stack.topology.TestNetwork.SECOND;
import static org.sockeye.stack.topology.TestNetwork.at;
import static org.sockeye.stack.topology.TestNetwork.send;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.Sockets;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.PcapngWriter;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;

/**
 * What every network sends is to us, field by field, what it is to Wireshark. An application's message counts for the segment
 * that it begins in: tshark runs without putting streams together, as we do not either.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFieldTest {

    private static final Origin LINE = Origin.stack("test");

    @TempDir
    Path folder;

    private final FieldByField fields = new FieldByField();

    @BeforeAll
    void needsTshark() {
        Tshark.assumeInstalled();
    }

    /** How many different fields are compared at least, by protocol; and each several times, on average. */
    @AfterAll
    void nothingWasComparedInVain() {
        Tshark.assumeInstalled();
        Map<String, Integer> least = Map.ofEntries(Map.entry("frame", 6), Map.entry("eth", 6), Map.entry("vlan", 4),
                Map.entry("wlan", 20), Map.entry("llc", 4), Map.entry("arp", 9), Map.entry("ip", 18),
                Map.entry("ipv6", 20), Map.entry("icmp", 8), Map.entry("icmpv6", 40), Map.entry("igmp", 8),
                Map.entry("udp", 6), Map.entry("tcp", 50), Map.entry("dns", 40), Map.entry("dhcp", 20),
                Map.entry("http", 10), Map.entry("smtp", 6), Map.entry("tls", 15), Map.entry("data", 2));
        assertAll(least.entrySet().stream().map(protocol -> () -> {
            List<Integer> values = fields.compared().entrySet().stream()
                    .filter(field -> field.getKey().startsWith(protocol.getKey() + ".")).map(Map.Entry::getValue)
                    .toList();
            assertTrue(values.size() >= protocol.getValue(), () -> protocol + ": " + values.size() + " names");
            assertTrue(values.stream().mapToInt(Integer::intValue).sum() >= 3 * protocol.getValue(),
                    () -> protocol + ": " + values);
        }));
    }

    private void assertSame(String name, List<TracedFrame> frames, boolean oneLink) throws IOException {
        Path capture = folder.resolve(name + ".pcapng");
        PcapngWriter.write(capture, frames);
        assertEquals("", String.join("\n", fields.compare(capture, oneLink)));
    }

    /** Compares, and makes sure that Wireshark finds nothing malformed and no bad checksum in what our stack sent. */
    private void assertSame(String name, TestNetwork network, boolean oneLink) throws IOException {
        assertSame(name, network.network().trace().frames(), oneLink);
        assertEquals("", String.join("\n", fields.complaints()));
    }

    private void assertSame(String name, TestNetwork network) throws IOException {
        assertSame(name, network, false);
    }

    private static TestNetwork named(String name) {
        return TestNetwork.of(Network.build(Topology.named(name), 1));
    }

    private static IpAddress address(TestNetwork network, String host) {
        return network.network().host(host).addresses().getFirst();
    }

    /** An address beside another one, which nobody has. */
    private static IpAddress nobody(IpAddress neighbour) {
        return IpAddress.parse(neighbour.toString().replaceFirst("\\w+$", "99"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "path", "lan", "two-paths", "dumbbell", "home", "triangle" })
    void ofTheNetworksThatShip(String name) throws Exception {
        TestNetwork network = named(name);
        Sockets client = network.network().host("client").sockets();
        client.resolve("server", found -> {
        });
        network.settle();
        IpAddress server = address(network, "server");
        client.ping(server, SECOND, found -> {
        });
        client.ping(nobody(server), SECOND, found -> {
        });
        DatagramSocket lost = network.udp("client");
        send(lost, "anybody?", server + ":6780");
        lost.set(SocketOption.TIME_TO_LIVE, 1);
        send(lost, "how far?", server + ":6780");
        lost.send(new byte[3000], at(server + ":6780"), LINE);
        network.settle();
        new Talk().client("hello layers\n").server("HELLO LAYERS\n").client(new byte[5000]).server("thanks")
                .over(network, "client", "server", server, 6789);
        client.stream().connect(new Endpoint(server, 6781));
        client.stream().connect(new Endpoint(nobody(server), 6781));
        network.settle();
        assertSame(name, network);
    }

    @Test
    void ofVirtualLans() throws Exception {
        TestNetwork network = TestNetwork.of("""
                hosts: { client: 10.0.1.2/24, other: 10.0.2.2/24, server: 10.0.1.3/24 }
                switches: { s1: { vlans: { p1: 10, p2: 20, p3: trunk } }, s2: { vlans: { p1: trunk, p2: 10 } } }
                links: [[client, s1], [other, s1], [s1, s2], [s2, server]]
                """);
        IpAddress server = address(network, "server");
        network.ping("client", server.toString());
        new Talk().client("hello layers\n").server("HELLO LAYERS\n").over(network, "client", "server", server, 6789);
        assertSame("vlan", network);
    }

    @Test
    void ofIpv6() throws Exception {
        TestNetwork network = TestNetwork.of("""
                hosts: { client: { ip: both, addresses: auto }, server: { ip: both } }
                switches: [s1]
                routers: { r1: { ip: both } }
                links: [[client, s1], [s1, r1], { between: [r1, server], mtu: 1300 }]
                """);
        network.settle();
        Sockets client = network.network().host("client").sockets();
        IpAddress server = IpAddress.parse("2001:db8:a00:200::2");
        client.resolve("server", found -> {
        });
        client.reverse(server, found -> {
        });
        for (String to : List.of(server.toString(), "2001:db8:a00:200::99", "2001:db8:ffff::1")) {
            client.ping(IpAddress.parse(to), 10 * SECOND, found -> {
            });
        }
        DatagramSocket lost = client.datagram();
        lost.send(new byte[100], new Endpoint(server, 6780), LINE);
        lost.send(new byte[3000], new Endpoint(server, 6780), LINE);
        network.settle();
        lost.send(new byte[3000], new Endpoint(server, 6780), LINE);
        lost.set(SocketOption.TIME_TO_LIVE, 1);
        lost.send(new byte[10], new Endpoint(server, 6780), LINE);
        network.settle();
        client.stream().connect(new Endpoint(nobody(server), 6781));
        network.settle();
        new Talk().client("hello layers\n").server(new byte[5000]).over(network, "client", "server", server, 6789);
        assertSame("ipv6", network);
    }

    @Test
    void ofAddressesThatAreAskedFor() throws Exception {
        TestNetwork network = TestNetwork.of("""
                hosts: { client: dhcp, phone: dhcp, server: }
                switches: [s1]
                routers: [r1]
                links: [[client, s1], [phone, s1], [s1, r1], [r1, server]]
                """);
        network.pass(100_000 * SECOND);
        assertSame("dhcp", network);
    }

    @Test
    void ofNames() throws Exception {
        TestNetwork network = TestNetwork.of("""
                hosts: { client: { ip: both }, server: { ip: both } }
                routers: { r1: { ip: both } }
                dns:
                  www.example.com: server
                  example.com: { cname: www.example.com }
                  v6.example.com: [10.0.9.9, "2001:db8::9"]
                links: [[client, r1], [r1, server]]
                """);
        network.settle();
        Sockets client = network.network().host("client").sockets();
        for (String name : List.of("server", "example.com", "v6.example.com", "nowhere.example.com", "nowhere")) {
            client.resolve(name, found -> {
            });
        }
        for (IpAddress each : network.network().host("server").addresses()) {
            client.reverse(each, found -> {
            });
        }
        client.reverse(IpAddress.parse("10.0.9.10"), found -> {
        });
        network.settle();
        assertSame("dns", network);
    }

    @Test
    void ofGroups() throws Exception {
        TestNetwork network = TestNetwork.of("""
                hosts: { a: { ip: both }, b: { ip: both }, c: { ip: both } }
                switches: [s1]
                links: [[a, s1], [b, s1], [c, s1]]
                """);
        network.settle();
        for (String text : List.of("239.1.2.3", "ff05::123")) {
            IpAddress group = IpAddress.parse(text);
            DatagramSocket member = network.udp("b");
            member.bind(new Endpoint(group.any(), 5000));
            member.join(group, "eth0");
            network.settle();
            network.udp("a").send(new byte[] { 1, 2, 3 }, new Endpoint(group, 5000), LINE);
            network.settle();
            member.close();
            network.settle();
        }
        assertSame("groups", network);
    }

    private static TestNetwork pair(String link) throws Exception {
        return TestNetwork.of("hosts: { client: { tcp: { ecn: on } }, server: { tcp: { ecn: on } } }\n"
                + "links: [{ between: [client, server], " + link + " }]\n");
    }

    @Test
    void ofPrograms() throws Exception {
        TestNetwork network = pair("delay: 1 ms");
        IpAddress server = address(network, "server");
        new Talk().client("GET /index.html?a=b HTTP/1.1\r\nHost: server\r\nUser-Agent: test\r\nAccept: */*\r\n\r\n")
                .server("HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\nno-no")
                .client("POST /form HTTP/1.1\r\nHost: server\r\nContent-Length: 3\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=b")
                .server("HTTP/1.1 204 No Content\r\nServer: sockeye\r\nConnection: close\r\n\r\n")
                .over(network, "client", "server", server, 80);
        new Talk().server("220 mail.example.com ready\r\n").client("EHLO client\r\n")
                .server("250-mail.example.com\r\n250 SIZE 1000\r\n").client("MAIL FROM:<a@example.com>\r\n")
                .server("250 fine\r\n").client("RCPT TO:<b@example.com>\r\n").server("250 fine\r\n")
                .client("DATA\r\n").server("354 go on\r\n")
                .client("From: a@example.com\r\nTo: b@example.com\r\nSubject: hi\r\n\r\nhello\r\n.\r\n")
                .server("250 taken\r\n").client("QUIT\r\n").server("221 bye\r\n")
                .over(network, "client", "server", server, 25);
        Secret secret = new Secret(folder);
        secret.talk("TLSv1.3").over(network, "client", "server", server, 443);
        secret.talk("TLSv1.2").over(network, "client", "server", server, 8443);
        assertSame("programs", network, true);
    }

    @ParameterizedTest
    @ValueSource(strings = { "loss: 5%", "reorder: 5%, duplicate: 5%", "rate: 2 Mbit/s, queue: 5" })
    void ofTransfersThatHaveADifficultTime(String link) throws Exception {
        TestNetwork network = pair(link);
        new Talk().client("bytes, please\n").server(new byte[100_000]).client(new byte[20_000])
                .over(network, "client", "server", address(network, "server"), 6789);
        assertSame(link.replaceAll("[^a-z0-9]+", "-"), network, true);
    }

    @Test
    void ofFramesThatWereDamagedOnTheWay() throws Exception {
        TestNetwork network = pair("corrupt: 5%");
        new Talk().client(new byte[50_000]).over(network, "client", "server", address(network, "server"), 6789);
        assertSame("damaged", network.network().trace().frames(), true);
        assertFalse(fields.complaints().isEmpty(), "Wireshark noticed no damage");
    }

    @Test
    void ofFramesThatOthersSend() throws IOException {
        assertSame("odd", Oddities.all(), true);
    }
}
