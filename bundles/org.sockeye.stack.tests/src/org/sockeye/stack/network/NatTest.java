package org.sockeye.stack.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockeye.stack.topology.TestNetwork.SECOND;
import static org.sockeye.stack.topology.TestNetwork.address;
import static org.sockeye.stack.topology.TestNetwork.at;
import static org.sockeye.stack.topology.TestNetwork.received;
import static org.sockeye.stack.topology.TestNetwork.send;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.dissect.Dissector;
import org.sockeye.stack.network.nat.Nat;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/** Two hosts at home, at 192.168.1.0/24, share the address 203.0.113.1 of their router; a web server is outside. */
class NatTest {

    private final TestNetwork home = TestNetwork.of("""
            hosts: { ann: 192.168.1.2/24, bob: 192.168.1.3/24, web: 203.0.113.9/24, other: 203.0.113.8/24 }
            switches: [inside, outside]
            routers: { r: [192.168.1.1/24, 203.0.113.1/24] }
            links: [[ann, inside], [bob, inside], [inside, r], [r, outside], [outside, web], [outside, other]]
            """);
    private final Nat nat = home.network().router("r").network().translate("eth1");
    private final DatagramSocket web = home.udp("web", 7);

    NatTest() throws Exception {
    }

    private List<Endpoint> senders() throws Exception {
        List<Endpoint> senders = new java.util.ArrayList<>();
        while (web.isReadable()) {
            senders.add(web.receive().orElseThrow().from());
        }
        return senders;
    }

    @Test
    void theOutsideSeesOneAddressAndAnswersFindTheirWay() throws Exception {
        DatagramSocket ann = home.udp("ann", 5000);
        DatagramSocket bob = home.udp("bob", 5000);
        send(ann, "from ann", "203.0.113.9:7");
        send(bob, "from bob", "203.0.113.9:7");
        home.settle();
        assertEquals(List.of(at("203.0.113.1:5000"), at("203.0.113.1:1025")), senders(),
                "the port is kept where it is free");
        home.expectNotes("nat: 192.168.1.2:5000 is 203.0.113.1:5000 outside",
                "nat: 192.168.1.3:5000 is 203.0.113.1:1025 outside");
        send(web, "to bob", "203.0.113.1:1025");
        send(web, "to ann", "203.0.113.1:5000");
        home.settle();
        assertEquals(List.of("to ann"), received(ann));
        assertEquals(List.of("to bob"), received(bob));
        for (TracedFrame frame : home.network().trace().frames()) {
            assertEquals(List.of(), new Dissector().dissect(frame.content().bytes()).envelopes().stream()
                    .map(Envelope::problems).flatMap(List::stream).toList(), frame.where());
        }
    }

    @Test
    void onePortIsTheSameForEveryPeerButOnlyThoseSpokenToMayAnswer() throws Exception {
        DatagramSocket ann = home.udp("ann", 5000);
        DatagramSocket stranger = home.udp("other", 7);
        send(ann, "hello", "203.0.113.9:7");
        home.settle();
        send(stranger, "let me in", "203.0.113.1:5000");
        home.settle();
        assertEquals(List.of(), received(ann));
        send(ann, "hello", "203.0.113.8:7");
        home.settle();
        assertEquals(at("203.0.113.1:5000"), stranger.receive().orElseThrow().from());
        send(stranger, "now I may", "203.0.113.1:5000");
        home.settle();
        assertEquals(List.of("now I may"), received(ann));
    }

    @Test
    void aMappingIsForgottenAfterFiveMinutesOfSilence() throws Exception {
        DatagramSocket ann = home.udp("ann", 5000);
        send(ann, "hello", "203.0.113.9:7");
        home.settle();
        home.pass(299 * SECOND);
        send(web, "in time", "203.0.113.1:5000");
        home.settle();
        assertEquals(List.of("in time"), received(ann));
        home.pass(301 * SECOND);
        send(web, "late", "203.0.113.1:5000");
        home.settle();
        assertEquals(List.of(), received(ann));
    }

    @Test
    void tcpWorksThroughItAndWhoSentAMessageIsStillKnownOutside() throws Exception {
        StreamSocket listening = home.network().host("web").sockets().stream();
        listening.bind(new Endpoint(Ipv4Address.ANY, 80));
        listening.listen(5);
        StreamSocket ann = home.network().host("ann").sockets().stream();
        ann.connect(at("203.0.113.9:80"));
        home.pass(SECOND);
        assertTrue(ann.isConnected());
        StreamSocket accepted = listening.accept().orElseThrow();
        assertEquals(Optional.of(at("203.0.113.1:" + ann.local().port())), accepted.remote());
        Origin line = new Origin("ann", "Browser", "main", "Browser", "Browser.java", 7);
        ann.send("GET /".getBytes(UTF_8), 0, 5, line);
        home.pass(SECOND);
        assertEquals(5, accepted.available());
        List<String> places = home.network().trace().frames().stream()
                .flatMap(frame -> frame.content().messages().stream()
                        .map(slice -> frame.where() + " " + slice.message().origin().place()))
                .toList();
        assertEquals(List.of("ann→inside Browser.java:7", "inside→r Browser.java:7", "r→outside Browser.java:7",
                "outside→web Browser.java:7"), places);
    }

    @Test
    void whoeverWantsMayCallAServerInsideOnceItsPortIsKept() throws Exception {
        DatagramSocket bob = home.udp("bob", 80);
        send(web, "knock", "203.0.113.1:8080");
        home.settle();
        assertEquals(List.of(), received(bob));
        nat.forward(UdpHeader.PROTOCOL, 8080, at("192.168.1.3:80"));
        send(web, "knock", "203.0.113.1:8080");
        home.settle();
        assertEquals(List.of("knock"), received(bob));
        send(bob, "come in", "203.0.113.9:7");
        home.settle();
        assertEquals(List.of(at("203.0.113.1:8080")), senders());
        DatagramSocket ann = home.udp("ann", 5000);
        send(ann, "from within", "203.0.113.1:8080");
        home.settle();
        assertEquals(at("203.0.113.1:5000"), bob.receive().orElseThrow().from());
    }

    @Test
    void pingsPassOutwardsAndTheRouterItselfAnswersFromOutside() {
        assertTrue(home.ping("ann", "203.0.113.9"));
        assertTrue(home.ping("bob", "203.0.113.9"));
        assertTrue(home.ping("web", "203.0.113.1"));
        assertFalse(home.ping("web", "192.168.1.2"));
    }

    @Test
    void anErrorFromOutsideReachesWhoeverCausedIt() throws Exception {
        DatagramSocket ann = home.udp("ann", 5000);
        ann.connect(at("203.0.113.9:9"));
        ann.send("anybody?".getBytes(UTF_8), null, Origin.stack("ann"));
        home.settle();
        assertEquals(Optional.of(Errno.ECONNREFUSED), ann.takeError());
    }

    @Test
    void anErrorFromInsideIsAboutWhatTheOutsideKnows() throws Exception {
        nat.forward(UdpHeader.PROTOCOL, 9, at("192.168.1.3:9"));
        DatagramSocket caller = home.udp("other", 6000);
        caller.connect(at("203.0.113.1:9"));
        caller.send("anybody?".getBytes(UTF_8), null, Origin.stack("other"));
        home.settle();
        assertEquals(Optional.of(Errno.ECONNREFUSED), caller.takeError());
        nat.forward(TcpHeader.PROTOCOL, 9, at("192.168.1.3:9"));
        caller.set(SocketOption.TIME_TO_LIVE, 1);
        home.skip();
        caller.send("too far".getBytes(UTF_8), null, Origin.stack("other"));
        home.settle();
        String error = home.tell().getLast();
        assertEquals("outside→other ICMP Time-to-live exceeded (Time to live exceeded in transit)", error);
        byte[] quoted = home.network().trace().frames().getLast().content().bytes();
        assertEquals(address("203.0.113.1"), Ipv4Address.of(quoted, 14 + 20 + 8 + 16), "not the address inside");
    }

    @Test
    void aDatagramInFragmentsIsPutTogetherFirst() throws Exception {
        DatagramSocket ann = home.udp("ann", 5000);
        byte[] large = new byte[4000];
        large[3999] = 42;
        ann.send(large, at("203.0.113.9:7"), Origin.stack("ann"));
        home.settle();
        DatagramSocket.Datagram arrived = web.receive().orElseThrow();
        assertEquals(at("203.0.113.1:5000"), arrived.from());
        assertEquals(4000, arrived.bytes().length);
        assertEquals(42, arrived.bytes()[3999]);
    }
}
