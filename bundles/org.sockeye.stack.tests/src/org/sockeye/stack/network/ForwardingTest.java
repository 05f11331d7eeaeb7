package org.sockeye.stack.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockeye.stack.topology.TestNetwork.at;
import static org.sockeye.stack.topology.TestNetwork.received;
import static org.sockeye.stack.topology.TestNetwork.send;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.Dissector;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Envelope;

class ForwardingTest {

    private final TestNetwork path = TestNetwork.path();
    private final DatagramSocket client = path.udp("client", 1000);

    ForwardingTest() throws Exception {
    }

    @Test
    void everyHopHasRightChecksumsAndOnlyTheRouterTakesFromTheTtl() throws Exception {
        DatagramSocket server = path.udp("server", 7);
        send(client, "hello", "10.0.2.2:7");
        path.settle();
        assertEquals(List.of("hello"), received(server));

        List<String> ttls = path.network().trace().frames().stream().map(this::ttl).flatMap(Optional::stream).toList();
        assertEquals(List.of("client→s1 64", "s1→r1 64", "r1→s2 63", "s2→server 63"), ttls);
        for (TracedFrame frame : path.network().trace().frames()) {
            Dissection seen = new Dissector().dissect(frame.content().bytes());
            assertEquals(List.of(), seen.envelopes().stream().map(Envelope::problems).flatMap(List::stream).toList());
        }
    }

    private Optional<String> ttl(TracedFrame frame) {
        return new Dissector().dissect(frame.content().bytes()).values("ip.ttl").stream().findFirst()
                .map(ttl -> frame.where() + " " + ttl.value());
    }

    @Test
    void aRouterSaysWhenTheTtlIsUsedUp() throws Exception {
        assertTrue(path.ping("client", "10.0.1.1"));
        path.skip();
        client.set(SocketOption.TIME_TO_LIVE, 1);
        send(client, "hello", "10.0.2.2:7");
        path.settle();
        path.expect("client→s1 UDP 1000 → 7 Len=5",
                "s1→r1 UDP 1000 → 7 Len=5",
                "r1→s1 ICMP Time-to-live exceeded (Time to live exceeded in transit)",
                "s1→client ICMP Time-to-live exceeded (Time to live exceeded in transit)");
        path.expectNotes("dropped at r1: TTL expired");
    }

    @Test
    void aRouterSaysWhenNoRouteLeadsThere() throws Exception {
        send(client, "hello", "192.168.7.7:7");
        path.settle();
        path.expectNotes("dropped at r1: no route to 192.168.7.7");
        assertEquals("s1→client ICMP Destination unreachable (Network unreachable)", last());
    }

    @Test
    void aRouterSaysWhenTheHostIsNotThere() throws Exception {
        send(client, "hello", "10.0.2.77:7");
        path.settle();
        path.expectNotes("arp: nobody answers for 10.0.2.77 on eth1", "dropped at r1: host 10.0.2.77 unreachable");
        assertEquals("s1→client ICMP Destination unreachable (Host unreachable)", last());
    }

    @Test
    void aHostSaysWhenNoSocketListens() throws Exception {
        client.connect(at("10.0.2.2:6780"));
        send(client, "hello", "10.0.2.2:6780");
        path.settle();
        path.expectNotes("ignored: no socket listens on 10.0.2.2:6780");
        assertEquals("s1→client ICMP Destination unreachable (Port unreachable)", last());
        assertEquals(Optional.of(Errno.ECONNREFUSED), client.takeError());
        assertEquals(Optional.empty(), client.takeError());
    }

    @Test
    void hostsAndRoutersAnswerPings() {
        assertTrue(path.ping("client", "10.0.2.2"));
        assertTrue(path.ping("client", "10.0.1.1"), "the near side of the router");
        assertTrue(path.ping("client", "10.0.2.1"), "the far side of the router");
        assertTrue(path.ping("client", "127.0.0.1"));
        assertTrue(path.ping("client", "10.0.1.2"), "itself");
        assertFalse(path.ping("client", "10.0.2.3"), "nobody");
        assertFalse(path.ping("client", "192.168.1.1"), "nowhere");
    }

    @Test
    void aDatagramToItselfStaysOnTheHost() throws Exception {
        DatagramSocket server = path.udp("client", 7);
        send(client, "to myself", "10.0.1.2:7");
        send(client, "again", "127.0.0.1:7");
        path.settle();
        path.expect("client→client UDP 1000 → 7 Len=9", "client→client UDP 1000 → 7 Len=5");
        assertEquals(at("10.0.1.2:1000"), server.receive().orElseThrow().from());
        assertEquals(at("127.0.0.1:1000"), server.receive().orElseThrow().from());
    }

    private String last() {
        List<String> told = path.tell();
        return told.get(told.size() - 1);
    }
}
