package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.network.NetworkService.Unreachable;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.socket.TcpInfo.Field;
import org.sockeye.stack.wire.TcpOption.MaximumSegmentSize;

/** What routers on the path tell: that segments are too large, cannot be delivered, or met congestion. */
class PathTest {

    @Test
    void segmentsTooLargeForThePathAreSentAgainInSmallerOnes() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted();
        peer.write(socket, 2000);
        peer.expect("0 . 1:1001(1000) ack 1 win 64240", "0 P. 1001:2001(1000) ack 1 win 64240");
        peer.network.maximumSegment = 720;
        peer.unreachable(Unreachable.FRAGMENTATION_NEEDED, 1);
        peer.expect("0 . 1:701(700) ack 1 win 64240", "0 . 701:1001(300) ack 1 win 64240",
                "0 . 1001:1701(700) ack 1 win 64240", "0 P. 1701:2001(300) ack 1 win 64240");
        assertEquals(700, socket.info().orElseThrow().get(Field.SND_MSS));
        assertEquals(10, socket.info().orElseThrow().get(Field.SND_CWND));
        peer.send(".", 1, 0, 2001, 10_000);
        peer.write(socket, 1000);
        peer.expect("0 . 2001:2701(700) ack 1 win 64240", "0 P. 2701:3001(300) ack 1 win 64240");
    }

    @Test
    void whoeverQuotesANumberThatIsNotUnderWayIsNotBelieved() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted();
        peer.write(socket, 1000);
        peer.skip();
        peer.network.maximumSegment = 720;
        peer.unreachable(Unreachable.FRAGMENTATION_NEEDED, 5000);
        peer.expectNothing();
    }

    @Test
    void aProgramMayRefuseToHeedThePath() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted();
        socket.set(SocketOption.PATH_MTU_DISCOVERY, 0);
        peer.write(socket, 1000);
        peer.skip();
        peer.network.maximumSegment = 720;
        peer.unreachable(Unreachable.FRAGMENTATION_NEEDED, 1);
        peer.expectNothing();
    }

    @Test
    void aConnectionThatFailsSaysWhyItProbablyDid() throws SocketError {
        Peer peer = new Peer(Wire.PLAIN.with(TcpSetting.RETRIES, 2));
        StreamSocket socket = peer.accepted();
        peer.write(socket, 1000);
        peer.unreachable(Unreachable.HOST, 1);
        assertEquals("ESTABLISHED", socket.state());
        peer.runTo(100_000);
        assertEquals(Optional.of(Errno.EHOSTUNREACH), socket.takeError());
    }

    @Test
    void anAttemptOfAClientThatCannotBeReachedIsForgotten() throws SocketError {
        Peer peer = new Peer();
        StreamSocket listener = peer.listen();
        peer.send("S", 0, 0, 0, 10_000);
        peer.unreachable(Unreachable.HOST, 0);
        peer.send(".", 1, 0, 1, 10_000);
        assertFalse(listener.isAcceptable());
    }

    @Test
    void congestionOnTheWayIsToldUntilTheSenderSlowsDown() throws SocketError {
        Peer peer = new Peer(Wire.PLAIN.with(TcpSetting.ECN, 1));
        StreamSocket listener = peer.listen();
        peer.send("SEW", 0, 0, 0, 10_000, new MaximumSegmentSize(1000));
        peer.expect("0 SE. 0:0(0) ack 1 win 64240 <mss 1460>");
        assertEquals(0, peer.network.trafficClass);
        peer.send(".", 1, 0, 1, 10_000);
        StreamSocket socket = listener.accept().orElseThrow();
        peer.trafficClass = 2;
        peer.send("P.", 1, 100, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 101 win 64140");
        assertEquals(0, peer.network.trafficClass);
        peer.trafficClass = 3;
        peer.send("P.", 101, 100, 1, 10_000);
        peer.expect("0 E. 1:1(0) ack 201 win 64040");
        peer.trafficClass = 2;
        peer.write(socket, 500);
        peer.expect("0 PE. 1:501(500) ack 201 win 64040");
        assertEquals(2, peer.network.trafficClass);
        peer.send("PW.", 201, 100, 501, 10_000);
        peer.expect("0 . 501:501(0) ack 301 win 64040");
    }

    @Test
    void whatIsSentAgainCannotBeMarked() throws SocketError {
        Peer peer = new Peer(Wire.PLAIN.with(TcpSetting.ECN, 1));
        StreamSocket listener = peer.listen();
        peer.send("SEW", 0, 0, 0, 10_000, new MaximumSegmentSize(1000));
        peer.send(".", 1, 0, 1, 10_000);
        StreamSocket socket = listener.accept().orElseThrow();
        socket.set(SocketOption.TRAFFIC_CLASS, 0x40);
        peer.write(socket, 500);
        assertEquals(0x42, peer.network.trafficClass);
        peer.runTo(1000);
        assertEquals(0x40, peer.network.trafficClass);
    }

    @Test
    void segmentsMayBeCutIfTheProgramDoesNotWantThePathDiscovered() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted();
        socket.set(SocketOption.NO_DELAY, 1);
        peer.write(socket, 500);
        assertFalse(peer.network.divisible);
        socket.set(SocketOption.PATH_MTU_DISCOVERY, 0);
        peer.write(socket, 500);
        assertTrue(peer.network.divisible);
    }

    @Test
    void norIfTheHostDoesNot() throws SocketError {
        Peer peer = new Peer(Wire.PLAIN.withSysctl("net.ipv4.ip_no_pmtu_disc", "1"));
        peer.write(peer.accepted(), 500);
        assertTrue(peer.network.divisible);
    }
}
