package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.Sockets;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.PcapngWriter;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

/** What the simulated network sends is right in Wireshark's eyes, and we read it as Wireshark does. */
class NetworkTracesTest {

    private static final Ipv4Address SERVER = Ipv4Address.of(10, 0, 2, 2);
    private static final Origin CLIENT_LINE = new Origin("client", "TCPClient", "main", "TCPClient", "TCPClient.java",
            13);
    private static final Origin SERVER_LINE = new Origin("server", "TCPServer", "main", "TCPServer", "TCPServer.java",
            21);

    @TempDir
    Path folder;

    @BeforeEach
    void needsTshark() {
        Tshark.assumeInstalled();
    }

    private static Network network(long seed, LinkConditions conditions) {
        return Network.build(Topology.named("path").withEveryLink(link -> conditions), seed);
    }

    private static void settle(Network network) {
        int steps = 0;
        while (network.events().runNext()) {
            assertTrue(++steps < 1_000_000, "the network never comes to rest");
        }
    }

    /** Compares, and makes sure that Wireshark finds nothing malformed and no bad checksum. */
    private void assertSame(Network network) throws IOException {
        TsharkComparison.assertSame(network.trace().frames(), folder);
        for (Dissection frame : TsharkComparison.read(folder.resolve("whole.pcapng"))) {
            assertTrue(frame.protocol(Unwrapping.MALFORMED).isEmpty(), frame.info());
            for (String status : List.of("eth.fcs.status", "ip.checksum.status", "udp.checksum.status",
                    "tcp.checksum.status", "icmp.checksum.status")) {
                frame.values(status).forEach(value -> assertNotEquals(0L, value.value(), status));
            }
        }
    }

    @Test
    void datagramsNamesEchoesAndErrorsAreRight() throws IOException, SocketError {
        Network network = network(1, LinkConditions.GOOD);
        Sockets client = network.host("client").sockets();
        DatagramSocket server = network.host("server").sockets().datagram();
        server.bind(new Endpoint(Ipv4Address.ANY, 6789));
        client.resolve("server", found -> assertEquals(1, found.size()));
        client.resolve("nowhere", found -> assertEquals(0, found.size()));
        client.reverse(SERVER, name -> assertEquals("server", name));
        settle(network);
        DatagramSocket socket = client.datagram();
        socket.send("hello\n".getBytes(StandardCharsets.US_ASCII), new Endpoint(SERVER, 6789), CLIENT_LINE);
        socket.send(new byte[0], new Endpoint(SERVER, 6789), CLIENT_LINE);
        socket.send(new byte[1400], new Endpoint(SERVER, 6780), CLIENT_LINE);
        socket.send("local".getBytes(StandardCharsets.US_ASCII), new Endpoint(Ipv4Address.LOOPBACK, 6780), CLIENT_LINE);
        client.ping(SERVER, 1_000_000_000, answered -> assertTrue(answered));
        client.ping(Ipv4Address.of(10, 0, 2, 99), 10_000_000_000L, answered -> assertTrue(!answered));
        settle(network);
        assertSame(network);
    }

    @Test
    void fragmentsAreRight() throws IOException, SocketError {
        Network network = network(1, LinkConditions.GOOD);
        DatagramSocket socket = network.host("client").sockets().datagram();
        socket.send(new byte[4000], new Endpoint(SERVER, 6789), CLIENT_LINE);
        settle(network);
        Path capture = folder.resolve("fragments.pcapng");
        PcapngWriter.write(capture, network.trace().frames());
        TsharkComparison.assertSameFields(capture, false);
    }

    /** A line to the server and back in capitals, both sides closing; then a port on which nobody listens. */
    private static void talk(Network network, int bytes) throws SocketError {
        StreamSocket listener = network.host("server").sockets().stream();
        listener.bind(new Endpoint(Ipv4Address.ANY, 6789));
        listener.listen(5);
        StreamSocket client = network.host("client").sockets().stream();
        client.connect(new Endpoint(SERVER, 6789));
        byte[] line = "x".repeat(bytes).concat("\n").getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[line.length];
        byte[] buffer = new byte[4096];
        StreamSocket served = null;
        int sent = 0;
        int echoed = 0;
        int received = 0;
        while (received >= 0) {
            if (client.isConnected() && sent < line.length) {
                sent += client.send(line, sent, line.length - sent, CLIENT_LINE);
            }
            if (served == null) {
                Optional<StreamSocket> accepted = listener.accept();
                served = accepted.orElse(null);
            }
            if (served != null && served.available() > 0 && served.sendSpace() >= buffer.length) {
                int got = served.receive(buffer, 0, buffer.length);
                echoed += got;
                String capitals = new String(buffer, 0, got, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
                served.send(capitals.getBytes(StandardCharsets.US_ASCII), 0, got, SERVER_LINE);
                if (echoed == line.length) {
                    served.close();
                }
            }
            if (client.available() > 0 || client.isAtEnd()) {
                int got = client.receive(answer, received, answer.length - received);
                received = got < 0 ? -1 : received + got;
            }
            assertTrue(network.events().runNext() || received < 0,
                    "nothing happens any more, " + received + " received");
        }
        client.close();
        settle(network);
        assertEquals("X".repeat(bytes) + "\n", new String(answer, StandardCharsets.US_ASCII));
        StreamSocket refused = network.host("client").sockets().stream();
        refused.connect(new Endpoint(SERVER, 6780));
        settle(network);
    }

    @Test
    void quietConnectionIsRight() throws IOException, SocketError {
        Network network = network(1, LinkConditions.GOOD);
        talk(network, 12);
        assertSame(network);
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2 })
    void connectionOverLossyLinksIsRightAndItsLossesAreToldAsWiresharkTellsThem(long seed)
            throws IOException, SocketError {
        Network network = network(seed, LinkConditions.GOOD.withLoss(0.05));
        talk(network, 60_000);
        assertSame(network);
    }

    @Test
    void connectionThatIsReorderedAndDuplicatedIsRight() throws IOException, SocketError {
        Network network = network(3, LinkConditions.GOOD.withReorder(0.05).withDuplicate(0.05));
        talk(network, 30_000);
        assertSame(network);
    }

    @Test
    void damagedFramesAreKnownByTheirCheckSequence() throws IOException, SocketError {
        Network network = network(1, LinkConditions.GOOD.withCorrupt(0.1));
        talk(network, 5_000);
        Path capture = folder.resolve("damaged.pcapng");
        PcapngWriter.write(capture, network.trace().frames());
        TsharkComparison.assertSameFields(capture, false);
        assertTrue(TsharkComparison.read(capture).stream().flatMap(frame -> frame.values("eth.fcs.status").stream())
                .anyMatch(status -> status.value().equals(0L)), "no frame was damaged");
    }
}
