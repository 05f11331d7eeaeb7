package org.sockeye.stack.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sockeye.stack.topology.TestNetwork.SECOND;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.topology.TopologyException;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.MacAddress;

/** What hosts and routers say about datagrams that a neighbour slips onto the client's link. */
class IcmpTest {

    private static final Ipv4Address CLIENT = Ipv4Address.of(10, 0, 1, 2);
    private static final Ipv4Address SERVER = Ipv4Address.of(10, 0, 2, 2);
    private static final MacAddress ROUTER = new MacAddress(0x02000a000101L);

    private final TestNetwork path = TestNetwork.path();

    IcmpTest() {
        path.ping("client", "10.0.2.2");
        path.skip();
    }

    private List<String> answersTo(Ipv4Header header, byte[] payload) {
        return answersTo(path, header, payload);
    }

    private static List<String> answersTo(TestNetwork path, Ipv4Header header, byte[] payload) {
        Content datagram = Content.of(payload).behind(header.emit());
        byte[] frame = new EthernetFrame(ROUTER, new MacAddress(0x02000a000102L), EthernetFrame.IPV4)
                .emit(datagram.bytes());
        path.network().link("client-s1").from(new LinkEnd("client", "eth0")).send(Content.of(frame));
        path.settle();
        return path.tell().stream().filter(line -> line.startsWith("s1→client")).toList();
    }

    @Test
    void anUnknownProtocolIsRefused() {
        assertEquals(List.of("s1→client ICMP Destination unreachable (Protocol unreachable)"),
                answersTo(Ipv4Header.of(CLIENT, SERVER, 99, 64, 1, 20), new byte[20]));
        path.expectNotes("ignored: server speaks no protocol with the number 99");
    }

    @Test
    void aDatagramThatMustNotBeCutButWouldHaveToIsRefusedWithTheMtu() throws TopologyException {
        TestNetwork narrow = TestNetwork.of("""
                hosts: [client, server]
                switches: [s1]
                routers: [r1]
                links: [[client, s1], [s1, r1], { between: [r1, server], mtu: 1000 }]
                """);
        narrow.ping("client", "10.0.2.2");
        narrow.skip();
        Ipv4Header whole = Ipv4Header.of(CLIENT, SERVER, 17, 64, 1, 1480).withDontFragment(true);
        assertEquals(List.of("s1→client ICMP Destination unreachable (Fragmentation needed)"),
                answersTo(narrow, whole, new byte[1480]));
    }

    @Test
    void nobodyComplainsAboutAComplaint() {
        byte[] error = IcmpMessage.of(IcmpMessage.UNREACHABLE, IcmpMessage.PORT_UNREACHABLE, 0, 0).emit(new byte[28]);
        assertEquals(List.of(), answersTo(Ipv4Header.of(CLIENT, SERVER, 1, 1, 1, error.length), error));
        path.expectNotes("dropped at r1: TTL expired");
    }

    @Test
    void nobodyComplainsAboutALaterFragment() {
        Ipv4Header later = Ipv4Header.of(CLIENT, SERVER, 17, 1, 1, 0).fragment(1480, 8, false);
        assertEquals(List.of(), answersTo(later, new byte[8]));
    }

    @Test
    void nobodyComplainsToNobody() {
        assertEquals(List.of(), answersTo(Ipv4Header.of(Ipv4Address.ANY, SERVER, 17, 1, 1, 8), new byte[8]));
        assertEquals(List.of(),
                answersTo(Ipv4Header.of(Ipv4Address.of(224, 0, 0, 1), SERVER, 17, 1, 1, 8), new byte[8]));
        assertEquals(List.of(), answersTo(Ipv4Header.of(Ipv4Address.LOOPBACK, SERVER, 17, 64, 1, 8), new byte[8]));
    }

    @Test
    void anEchoToManyIsNotAnswered() {
        byte[] echo = IcmpMessage.of(IcmpMessage.ECHO_REQUEST, 0, 1, 1).emit(new byte[8]);
        Ipv4Header header = Ipv4Header.of(CLIENT, Ipv4Address.of(10, 0, 1, 255), 1, 64, 1, echo.length);
        assertEquals(List.of(), answersTo(header, echo));
    }

    @Test
    void aDamagedEchoIsDroppedInWords() {
        byte[] echo = IcmpMessage.of(IcmpMessage.ECHO_REQUEST, 0, 1, 1).emit(new byte[8]);
        echo[9] ^= 1;
        assertEquals(List.of(), answersTo(Ipv4Header.of(CLIENT, SERVER, 1, 64, 1, echo.length), echo));
        path.expectNotes("dropped at server: bad checksum of ICMP message");
    }

    @Test
    void aPingThatTakesTooLongIsAnsweredOnceWithNo() {
        path.network().link("s2-server").conditions(path.network().link("s2-server").conditions().withDelay(SECOND));
        List<Boolean> answers = new ArrayList<>();
        path.network().host("client").sockets().ping(SERVER, SECOND, answers::add);
        path.settle();
        assertEquals(List.of(false), answers);
    }

    @Test
    void aPingIntoTheVoidIsOverAtOnce() {
        assertFalse(path.ping("client", "192.168.1.1"));
        assertEquals(0, path.network().events().now() / SECOND, "the router says so, long before the second is over");
    }
}
