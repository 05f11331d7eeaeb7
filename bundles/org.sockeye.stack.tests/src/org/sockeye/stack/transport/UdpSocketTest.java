package org.sockeye.stack.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockeye.stack.topology.TestNetwork.at;
import static org.sockeye.stack.topology.TestNetwork.received;
import static org.sockeye.stack.topology.TestNetwork.send;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;

class UdpSocketTest {

    private final TestNetwork path = TestNetwork.path();
    private final DatagramSocket server = path.udp("server", 6789);
    private final DatagramSocket client = path.udp("client");

    UdpSocketTest() throws Exception {
    }

    private static void refuses(Errno errno, Executable call) {
        assertEquals(errno, assertThrows(SocketError.class, call).errno());
    }

    @Test
    void anUnboundSocketGetsAPortByItsFirstDatagram() throws Exception {
        assertEquals(at("0.0.0.0:0"), client.local());
        send(client, "hello", "10.0.2.2:6789");
        assertEquals(at("0.0.0.0:49152"), client.local());
        path.settle();
        assertEquals(at("10.0.1.2:49152"), server.receive().orElseThrow().from());
    }

    @Test
    void portsAreGivenOneAfterTheOther() throws Exception {
        assertEquals(49152, path.udp("client", 0).local().port());
        DatagramSocket second = path.udp("client", 0);
        assertEquals(49153, second.local().port());
        second.close();
        assertEquals(49154, path.udp("client", 0).local().port(), "not the one just given back");
    }

    @Test
    void bindingIsRefusedAsOnLinux() throws Exception {
        refuses(Errno.EADDRINUSE, () -> path.udp("server").bind(at("0.0.0.0:6789")));
        refuses(Errno.EADDRINUSE, () -> path.udp("server").bind(at("10.0.2.2:6789")));
        refuses(Errno.EADDRNOTAVAIL, () -> path.udp("server").bind(at("10.0.1.2:7")));
        refuses(Errno.EINVAL, () -> server.bind(at("0.0.0.0:7")));
        server.close();
        path.udp("server", 6789);
    }

    @Test
    void oneAddressAndAnotherOfAHostMayShareAPort() throws Exception {
        DatagramSocket inside = path.udp("server");
        inside.bind(at("127.0.0.1:80"));
        DatagramSocket outside = path.udp("server");
        outside.bind(at("10.0.2.2:80"));
        send(client, "hello", "10.0.2.2:80");
        path.settle();
        assertFalse(inside.isReadable());
        assertEquals(List.of("hello"), received(outside));
    }

    @Test
    void aConnectedSocketHearsItsPeerAlone() throws Exception {
        DatagramSocket other = path.udp("server", 7000);
        client.connect(at("10.0.2.2:6789"));
        assertEquals(at("10.0.1.2:49152"), client.local());
        assertEquals(Optional.of(at("10.0.2.2:6789")), client.remote());
        send(server, "for you", "10.0.1.2:49152");
        send(other, "from a stranger", "10.0.1.2:49152");
        path.settle();
        assertEquals(List.of("for you"), received(client));
        path.expectNotes("ignored: no socket listens on 10.0.1.2:49152");

        client.connect(null);
        assertEquals(at("0.0.0.0:0"), client.local(), "address and port were chosen for the peer's sake");
        client.bind(at("0.0.0.0:49152"));
        send(other, "from a stranger", "10.0.1.2:49152");
        path.settle();
        assertEquals(List.of("from a stranger"), received(client));
    }

    @Test
    void sendingIsRefusedAsOnLinux() throws Exception {
        refuses(Errno.EDESTADDRREQ, () -> client.send(new byte[1], null, Origin.stack("test")));
        refuses(Errno.EINVAL, () -> send(client, "x", "10.0.2.2:0"));
        refuses(Errno.EACCES, () -> send(client, "x", "255.255.255.255:7"));
    }

    @Test
    void anUnconnectedSocketIsNotToldOfRefusals() throws Exception {
        send(client, "x", "10.0.2.2:1");
        path.settle();
        path.expectNotes("ignored: no socket listens on 10.0.2.2:1");
        assertFalse(client.isReadable());
    }

    @Test
    void aConnectedSocketIsToldOfRefusalsByItsNextCall() throws Exception {
        client.connect(at("10.0.2.2:1"));
        send(client, "x", "10.0.2.2:1");
        path.settle();
        assertTrue(client.isReadable());
        refuses(Errno.ECONNREFUSED, client::receive);
        assertEquals(Optional.empty(), client.receive());
    }

    @Test
    void aBroadcastReachesTheNeighboursAndNoFurther() throws Exception {
        TestNetwork lan = TestNetwork.of("""
                hosts: [a, b, c]
                switches: [s]
                routers: [r]
                links: [[a, s], [b, s], [r, s], [r, c]]
                """);
        DatagramSocket near = lan.udp("b", 7);
        DatagramSocket far = lan.udp("c", 7);
        DatagramSocket sender = lan.udp("a");
        sender.set(SocketOption.BROADCAST, 1);
        send(sender, "anybody?", "255.255.255.255:7");
        send(sender, "neighbours?", "10.0.1.255:7");
        lan.settle();
        assertEquals(List.of("anybody?", "neighbours?"), received(near));
        assertFalse(far.isReadable());
        assertEquals(0, lan.tell().stream().filter(line -> line.contains("ICMP")).count(),
                "nobody complains about a broadcast");
    }

    @Test
    void aBroadcastReachesEverySocketOfTheHostThatHasThePort() throws Exception {
        DatagramSocket[] sharing = { path.udp("server"), path.udp("server") };
        for (DatagramSocket socket : sharing) {
            socket.set(SocketOption.REUSE_ADDRESS, 1);
            socket.bind(at("0.0.0.0:7"));
        }
        DatagramSocket sender = path.udp("server");
        refuses(Errno.EACCES, () -> send(sender, "all", "127.255.255.255:7"));
        sender.set(SocketOption.BROADCAST, 1);
        send(sender, "all", "127.255.255.255:7");
        path.settle();
        assertEquals(List.of("all"), received(sharing[0]));
        assertEquals(List.of("all"), received(sharing[1]));
    }

    @Test
    void aGroupIsHeardFromTheSourcesAskedForOnly() throws Exception {
        DatagramSocket some = path.udp("server", 7);
        IpAddress group = IpAddress.parse("239.1.1.1");
        IpAddress self = IpAddress.parse("127.0.0.1");
        DatagramSocket sender = path.udp("server");
        sender.multicastInterface("lo");

        some.join(group, "lo", IpAddress.parse("127.0.0.9"));
        refuses(Errno.EADDRNOTAVAIL, () -> some.join(group, "lo", IpAddress.parse("127.0.0.9")));
        send(sender, "not from there", "239.1.1.1:7");
        path.settle();
        some.join(group, "lo", self);
        send(sender, "from here", "239.1.1.1:7");
        path.settle();
        assertEquals(List.of("from here"), received(some));
        refuses(Errno.EINVAL, () -> some.block(group, "lo", self, true));

        some.leave(group, "lo", self);
        some.leave(group, "lo", IpAddress.parse("127.0.0.9"));
        refuses(Errno.EADDRNOTAVAIL, () -> some.leave(group, "lo"));

        some.join(group, "lo");
        some.block(group, "lo", self, true);
        send(sender, "blocked", "239.1.1.1:7");
        path.settle();
        some.block(group, "lo", self, false);
        send(sender, "unblocked", "239.1.1.1:7");
        path.settle();
        assertEquals(List.of("unblocked"), received(some));
    }

    @Test
    void aDatagramThatIsLookedAtStays() throws Exception {
        assertEquals(Optional.empty(), server.peek());
        send(client, "look", "10.0.2.2:6789");
        path.settle();
        assertEquals(4, server.peek().orElseThrow().bytes().length);
        assertEquals(List.of("look"), received(server));
    }

    @Test
    void emptyDatagramsArriveToo() throws Exception {
        send(client, "", "10.0.2.2:6789");
        path.settle();
        assertEquals(0, server.receive().orElseThrow().bytes().length);
    }

    @Test
    void aFullReceiveBufferDropsInWords() throws Exception {
        server.set(SocketOption.RECEIVE_BUFFER, 1);
        assertEquals(1152, server.get(SocketOption.RECEIVE_BUFFER), "the least there is");
        for (int i = 0; i < 3; i++) {
            send(client, "x".repeat(1000), "10.0.2.2:6789");
        }
        path.settle();
        path.expectNotes("dropped: the receive buffer of 0.0.0.0:6789 is full (2304 bytes)");
        assertEquals(2, received(server).size());

        send(client, "now", "10.0.2.2:6789");
        path.settle();
        assertEquals(List.of("now"), received(server));
    }

    @Test
    void aClosedSocketGivesItsPortBack() throws Exception {
        server.close();
        server.close();
        assertTrue(server.isClosed());
        send(client, "x", "10.0.2.2:6789");
        path.settle();
        path.expectNotes("ignored: no socket listens on 10.0.2.2:6789");
    }

    @Test
    void whenEveryEphemeralPortIsTakenTheNextIsRefused() throws Exception {
        for (int port = EphemeralPorts.FIRST; port <= EphemeralPorts.LAST; port++) {
            assertEquals(port, new EphemeralPorts().next(taken(port)).orElseThrow());
        }
        assertTrue(new EphemeralPorts().next(port -> true).isEmpty());
    }

    private static IntPredicate taken(int free) {
        return port -> port != free;
    }

    @Test
    void aHostListsItsOpenSockets() throws Exception {
        Endpoint local = new Endpoint(Ipv4Address.ANY, 6789);
        assertEquals(List.of(local),
                path.network().host("server").sockets().open().stream().map(socket -> socket.local()).toList());
    }
}
