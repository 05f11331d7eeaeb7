package org.sockeye.stack.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.application.DhcpServer.Pool;
import org.sockeye.stack.link.EthernetInterface;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.Route;
import org.sockeye.stack.network.RoutingTable;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.topology.TopologyException;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.transport.Udp;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Note;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.EthernetFrame;

/** A host without an address and a server on one cable (RFC 2131). */
class DhcpTest {

    private static final long SECOND = 1_000_000_000L;
    private static final LinkEnd HERE = new LinkEnd("laptop", "eth0");
    private static final LinkEnd THERE = new LinkEnd("router", "eth0");
    private static final MacAddress MAC = new MacAddress(0x020000000001L);
    private static final Ipv4Address ROUTER = Ipv4Address.of(10, 0, 0, 1);
    private static final Ipv4Address NAMES = Ipv4Address.of(10, 9, 9, 9);
    private static final Endpoint PEER = new Endpoint(ROUTER, 7);

    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final Randomness randomness = new Randomness(1);
    private final Cable link = new Cable("cable", HERE, THERE, LinkConditions.GOOD, events, trace, randomness);
    private final Ipv4 laptop = new Ipv4("laptop", false, events, trace);
    private final Ipv4 router = new Ipv4("router", true, events, trace);
    private final Udp udp = new Udp("laptop", laptop, events, trace);
    private final Udp served = new Udp("router", router, events, trace);
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void plugIn() {
        laptop.attach(new NetworkInterface(new EthernetInterface(HERE, MAC, 1500, link, events, trace),
                Ipv4Address.ANY, Subnet.all(Ipv4Address.ANY)));
        router.attach(new NetworkInterface(
                new EthernetInterface(THERE, new MacAddress(0x020000000002L), 1500, link, events, trace), ROUTER,
                new Subnet(ROUTER, 24)));
        router.routes(new RoutingTable(List.of(new Route(new Subnet(ROUTER, 24), Optional.empty(), "eth0"))));
    }

    private DhcpClient client() throws SocketError {
        return new DhcpClient("laptop", MAC, udp.open(), events, randomness, trace, new DhcpClient.Configuration() {

            @Override
            public void check(Ipv4Address address, Consumer<Boolean> taken) {
                laptop.probe("eth0", address, taken);
            }

            @Override
            public void use(DhcpLease lease) {
                told.add(events.now() / SECOND + " " + lease.address() + "/" + lease.prefix() + " via "
                        + lease.router().orElseThrow() + " names " + lease.nameServers());
                laptop.configure("eth0", lease.address(), new Subnet(lease.address(), lease.prefix()));
                laptop.routes(new RoutingTable(
                        List.of(new Route(new Subnet(lease.address(), lease.prefix()), Optional.empty(), "eth0"))));
            }

            @Override
            public void giveUp() {
                told.add(events.now() / SECOND + " nothing");
                laptop.configure("eth0", Ipv4Address.ANY, Subnet.all(Ipv4Address.ANY));
                laptop.routes(new RoutingTable(List.of()));
            }
        });
    }

    private void serve(int first, int last, long seconds) throws SocketError {
        new DhcpServer("router", new Pool(ROUTER, Ipv4Address.of(10, 0, 0, first), Ipv4Address.of(10, 0, 0, last),
                Map.of(), 24,
                Optional.of(ROUTER), List.of(NAMES), seconds), served::open, events, trace);
    }

    private void runFor(long seconds) {
        long end = events.now() + seconds * SECOND;
        while (events.nextTime() <= end && events.runNext()) {
            // what happens by then
        }
        events.advanceTo(end);
    }

    @Test
    void hostGetsAnAddressAndEverythingThatGoesWithIt() throws SocketError {
        serve(50, 60, DhcpLease.FOREVER);
        DhcpClient client = client();
        assertThrows(SocketError.class, () -> udp.open().send(new byte[1], PEER, Origin.stack("laptop")));
        client.start();
        runFor(2);
        assertEquals(List.of("1 10.0.0.50/24 via 10.0.0.1 names [10.9.9.9]"), told);
        assertEquals(Ipv4Address.of(10, 0, 0, 50), client.lease().orElseThrow().address());
        udp.open().send(new byte[1], PEER, Origin.stack("laptop"));
        runFor(1);
        assertTrue(!events.runNext(), "a lease without end needs no timer");
    }

    @Test
    void lostMessagesAreSentAgain() throws SocketError {
        link.conditions(LinkConditions.GOOD.withLoss(1));
        client().start();
        runFor(10);
        serve(50, 60, DhcpLease.FOREVER);
        link.conditions(LinkConditions.GOOD);
        runFor(30);
        assertEquals(1, told.size(), told.toString());
    }

    @Test
    void leaseIsRenewedAtHalfOfItsTime() throws SocketError {
        serve(50, 60, 1000);
        DhcpClient client = client();
        client.start();
        runFor(5000);
        assertEquals(1, told.size(), "the address stays the same: " + told);
        assertTrue(client.lease().isPresent());
    }

    @Test
    void leaseThatNobodyRenewsEndsAndAnotherIsLookedFor() throws SocketError {
        serve(50, 60, 1000);
        client().start();
        runFor(10);
        link.conditions(LinkConditions.GOOD.withLoss(1));
        runFor(1100);
        assertEquals("1000 nothing", told.getLast());
        assertThrows(SocketError.class, () -> udp.open().send(new byte[1], PEER, Origin.stack("laptop")));
        link.conditions(LinkConditions.GOOD);
        runFor(100);
        assertTrue(told.getLast().contains("10.0.0.50"), told.toString());
    }

    @Test
    void hostWithoutAServerGivesUpAfterAWhile() throws SocketError {
        client().start();
        runFor(1000);
        assertTrue(!events.runNext() && told.isEmpty());
        assertTrue(trace.notes().getLast().text().startsWith("dhcp: no server answers"));
    }

    @Test
    void poolThatIsEmptyGivesNothing() throws SocketError {
        serve(1, 1, DhcpLease.FOREVER);
        client().start();
        runFor(1000);
        assertTrue(told.isEmpty(), "the only address is the server's own");
    }

    @Test
    void topologySaysWhichHostsAsk(@TempDir Path folder) throws SocketError, IOException, TopologyException {
        Path file = Files.writeString(folder.resolve("home.yaml"), """
                hosts:
                  client: { addresses: dhcp }
                  server: {}
                routers:
                  r1: {}
                links:
                  - [client, r1]
                  - [r1, server]
                """);
        Network network = Network.build(Topology.read(file), 1);
        Host client = network.host("client");
        assertThrows(SocketError.class,
                () -> client.sockets().datagram().send(new byte[1], PEER, Origin.stack("client")));
        while (network.events().runNext()) {
            // until nothing happens any more
        }
        List<List<IpAddress>> found = new ArrayList<>();
        client.sockets().resolve("server", found::add);
        while (network.events().runNext()) {
            // until the answer is there
        }
        assertEquals(List.of(network.host("server").addresses()), found);
        assertEquals(client.addresses().getFirst(), client.interfaces().getLast().address());
    }

    @Test
    void theFirstRouterThatSpeaksIpv4IsAsked() throws TopologyException {
        TestNetwork net = TestNetwork.of("""
                hosts: { client: { addresses: dhcp }, server: {} }
                switches: [s]
                routers: { six: { ip: 6 }, r: {} }
                links: [[client, s], [six, s], [r, s], [r, server]]
                """);
        net.settle();
        assertEquals(List.of(TestNetwork.address("10.0.1.3")), net.network().host("client").addresses());
        assertTrue(net.ping("client", "10.0.2.2"), "by the way of the same router");
    }

    @Test
    void messagesAreReadBackAsTheyWereWritten() {
        DhcpMessage message = new DhcpMessage(true, 7, 3, true, Ipv4Address.ANY, Ipv4Address.of(10, 0, 0, 50),
                Ipv4Address.ANY, MAC, List.of(new DhcpOption(DhcpOption.MESSAGE_TYPE, new byte[] { DhcpMessage.OFFER }),
                        new DhcpOption(DhcpOption.ROUTER, ROUTER.toBytes())));
        byte[] bytes = message.emit();
        assertEquals(Optional.of(message), DhcpMessage.parse(bytes, 0, bytes.length));
        for (int length = 0; length < 245; length++) {
            assertEquals(Optional.empty(), DhcpMessage.parse(bytes, 0, Math.min(length, 239)));
        }
    }

    @Test
    void anAddressThatSomebodyElseHasIsDeclinedAndAnotherOneTaken() throws SocketError {
        MacAddress squatter = new MacAddress(0x020000000009L);
        serve(50, 60, DhcpLease.FOREVER);
        client().start();
        events.after(SECOND / 2, () -> {
            ArpPacket mine = new ArpPacket(ArpPacket.REPLY, squatter, Ipv4Address.of(10, 0, 0, 50), MAC,
                    Ipv4Address.ANY);
            link.from(THERE).send(Content.of(new EthernetFrame(MAC, squatter, EthernetFrame.ARP).emit(mine.emit())));
        });
        runFor(30);

        assertEquals(List.of("11 10.0.0.51/24 via 10.0.0.1 names [10.9.9.9]"), told,
                "ten seconds later (RFC 2131, section 3.1), and after a second of silence");
        List<String> notes = trace.notes().stream().map(Note::text).filter(text -> text.startsWith("dhcp")).toList();
        assertEquals(List.of("dhcp: 10.0.0.50 is in use by somebody else",
                "dhcp: 02:00:00:00:00:01 says that somebody else has 10.0.0.50; nobody is given it any more",
                "dhcp: laptop is 10.0.0.51/24, says 10.0.0.1"), notes);
    }
}
