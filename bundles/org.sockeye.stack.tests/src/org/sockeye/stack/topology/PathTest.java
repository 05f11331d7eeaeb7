package org.sockeye.stack.topology;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.Note;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;

/** The first datagram from client to server on the default topology, name lookup and all. */
class PathTest {

    private final Network network = Network.build(Topology.named("path"), 1);

    @Test
    void a_message_is_known_at_every_hop_of_its_packet() throws Exception {
        DatagramSocket server = network.host("server").sockets().datagram();
        server.bind(new Endpoint(Ipv4Address.ANY, 6789));
        List<IpAddress> found = new ArrayList<>();
        network.host("client").sockets().resolve("Server", found::addAll);
        settle();
        assertEquals(List.of(Ipv4Address.of(10, 0, 2, 2)), found);

        DatagramSocket client = network.host("client").sockets().datagram();
        Origin origin = new Origin("client", "UDPClient", "main", "UDPClient", "UDPClient.java", 13);
        client.send("hello".getBytes(US_ASCII), new Endpoint(found.get(0), 6789), origin);
        settle();

        DatagramSocket.Datagram arrived = server.receive().orElseThrow();
        assertEquals("hello", new String(arrived.bytes(), US_ASCII));
        assertEquals(new Endpoint(Ipv4Address.of(10, 0, 1, 2), 49153), arrived.from(), "49152 asked for the name");

        List<TracedFrame> hops = network.trace().frames().stream().filter(frame -> frame.content().messages().stream()
                .anyMatch(slice -> slice.message().origin().equals(origin))).toList();
        assertEquals(List.of("client→s1", "s1→r1", "r1→s2", "s2→server"),
                hops.stream().map(TracedFrame::where).toList());
        assertEquals(1, hops.stream().map(TracedFrame::packet).distinct().count());
        for (TracedFrame hop : hops) {
            Message message = hop.content().messages().get(0).message();
            assertEquals(5, message.length());
            assertEquals(14 + 20 + 8, hop.content().messages().get(0).offset());
        }
        assertEquals(List.of("tcp 0.0.0.0:53: LISTEN"),
                network.trace().notes().stream().map(Note::text).toList(), "the name server's, and none of a frame");
    }

    private void settle() {
        while (network.events().runNext()) {
            continue;
        }
    }
}
