package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.stack.network.NetworkService.Unreachable;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.transport.tcp.Wire.Fate;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;

class HandshakeTest {

    private final Wire wire = new Wire();

    @Test
    void threeSegmentsOpenAConnection() throws SocketError {
        StreamSocket listener = wire.listen(5);
        StreamSocket client = wire.connect();
        assertEquals("SYN-SENT", client.state());
        wire.runTo(40);

        wire.expect("0 C S 0:0(0) win 64240 <mss 1460,nop,wscale 7>",
                "10 S S. 0:0(0) ack 1 win 64240 <mss 1460,nop,wscale 7>",
                "20 C . 1:1(0) ack 1 win 502");
        assertTrue(client.isConnected());
        assertTrue(listener.isAcceptable());
        assertEquals("ESTABLISHED", listener.accept().orElseThrow().state());
        assertTrue(listener.accept().isEmpty());
    }

    @Test
    void bothEndsKnowTheirEndpointsAndSaySo() throws SocketError {
        StreamSocket listener = wire.listen(5);
        StreamSocket client = wire.connect();
        wire.runTo(40);
        StreamSocket server = listener.accept().orElseThrow();

        Endpoint here = new Endpoint(Wire.CLIENT, 49152);
        Endpoint there = new Endpoint(Wire.SERVER, Wire.PORT);
        assertEquals(here, client.local());
        assertEquals(Optional.of(there), client.remote());
        assertEquals(there, server.local());
        assertEquals(Optional.of(here), server.remote());
        assertEquals(
                List.of("tcp 10.0.1.2:49152 → 10.0.2.2:6789: SYN-SENT",
                        "tcp 10.0.1.2:49152 → 10.0.2.2:6789: ESTABLISHED"),
                wire.notes("client"));
        assertEquals(List.of("tcp 0.0.0.0:6789: LISTEN", "tcp 10.0.2.2:6789 → 10.0.1.2:49152: SYN-RECEIVED",
                "tcp 10.0.2.2:6789 → 10.0.1.2:49152: ESTABLISHED"), wire.notes("server"));
    }

    @Test
    void theObserversAreToldOfTheConnection() throws SocketError {
        StreamSocket listener = wire.listen(5);
        StreamSocket client = wire.connect();
        StringBuilder told = new StringBuilder();
        listener.observe(() -> told.append("listener ").append(wire.events.now() / Wire.MILLISECOND).append(' '));
        client.observe(() -> {
            if (client.isConnected()) {
                told.append("client ").append(wire.events.now() / Wire.MILLISECOND).append(' ');
            }
        });
        wire.runTo(40);

        assertEquals("client 20 listener 30 ", told.toString());
    }

    @Test
    void aLostSynIsSentAgainAfterASecond() throws SocketError {
        wire.listen(5);
        wire.rule = segment -> segment.number() == 1 ? Fate.DROP : Fate.PASS;
        StreamSocket client = wire.connect();
        wire.runTo(1040);

        wire.expect("0 C S 0:0(0) win 64240 <mss 1460,nop,wscale 7> lost",
                "1000 C S 0:0(0) win 64240 <mss 1460,nop,wscale 7>",
                "1010 S S. 0:0(0) ack 1 win 64240 <mss 1460,nop,wscale 7>",
                "1020 C . 1:1(0) ack 1 win 502");
        assertTrue(client.isConnected());
        assertTrue(wire.notes("client").contains("retransmitted: no answer to SYN for 1000 ms"));
    }

    @Test
    void aLostSynAckIsSentAgain() throws SocketError {
        wire.listen(5);
        wire.rule = segment -> segment.number() == 2 ? Fate.DROP : Fate.PASS;
        wire.connect();
        wire.runTo(1040);

        wire.expect("0 C S 0:0(0) win 64240 <mss 1460,nop,wscale 7>",
                "10 S S. 0:0(0) ack 1 win 64240 <mss 1460,nop,wscale 7> lost",
                "1000 C S 0:0(0) win 64240 <mss 1460,nop,wscale 7>",
                "1010 S S. 0:0(0) ack 1 win 64240 <mss 1460,nop,wscale 7>",
                "1010 S S. 0:0(0) ack 1 win 64240 <mss 1460,nop,wscale 7>",
                "1020 C . 1:1(0) ack 1 win 502",
                "1020 C . 1:1(0) ack 1 win 502");
    }

    @Test
    void aPeerThatNeverAnswersIsGivenUpAfterSixRetries() throws SocketError {
        wire.rule = segment -> Fate.DROP;
        StreamSocket client = wire.connect();
        wire.runOut();

        assertEquals(List.of("0", "1000", "3000", "7000", "15000", "31000", "63000"),
                wire.story().stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
        assertEquals(127_000 * Wire.MILLISECOND, wire.events.now());
        assertEquals(Optional.of(Errno.ETIMEDOUT), client.takeError());
        assertEquals(Optional.empty(), client.takeError());
        assertEquals("CLOSED", client.state());
    }

    @Test
    void aClientThatVanishesIsForgottenAfterFiveRetries() throws SocketError {
        StreamSocket listener = wire.listen(5);
        wire.rule = segment -> segment.fromClient() && segment.number() > 1 ? Fate.DROP : Fate.PASS;
        wire.connect();
        wire.runOut();

        assertTrue(wire.notes("server").contains("tcp 10.0.2.2:6789 → 10.0.1.2:49152: CLOSED"));
        assertTrue(listener.accept().isEmpty());
        assertEquals(List.of(listener), wire.server.sockets());
    }

    @Test
    void aPortNobodyListensOnRefuses() throws SocketError {
        StreamSocket client = wire.connect();
        wire.runTo(40);

        wire.expect("0 C S 0:0(0) win 64240 <mss 1460,nop,wscale 7>", "10 S R. 0:0(0) ack 1 win 0");
        assertEquals(Optional.of(Errno.ECONNREFUSED), client.takeError());
        assertFalse(client.isConnected());
        assertEquals(List.of("refused: no socket listens on 10.0.2.2:6789"), wire.notes("server"));
        assertEquals(Long.MAX_VALUE, wire.events.nextTime());
    }

    @Test
    void afterARefusalTheSocketMayTryAgain() throws SocketError {
        StreamSocket client = wire.connect();
        wire.runTo(40);
        assertEquals(Optional.of(Errno.ECONNREFUSED), client.takeError());
        wire.listen(5);
        client.connect(new Endpoint(Wire.SERVER, Wire.PORT));
        wire.runTo(80);

        assertTrue(client.isConnected());
    }

    @ParameterizedTest
    @CsvSource({ "PORT,ECONNREFUSED", "PROTOCOL,ECONNREFUSED", "HOST,EHOSTUNREACH", "NETWORK,ENETUNREACH",
            "TIME_EXCEEDED,EHOSTUNREACH" })
    void anIcmpErrorEndsAnAttempt(Unreachable error, Errno errno) throws SocketError {
        Peer peer = new Peer();
        StreamSocket client = peer.connecting();
        byte[] quoted = TcpHeader.of(49152, Peer.PORT, peer.hostFirst(), 0, TcpHeader.SYN, 0, List.of()).emit(0);
        peer.network.receiver().unreachable(error, Peer.HOST, Peer.ADDRESS, quoted);
        peer.runTo(1);

        assertEquals(Optional.of(errno), client.takeError());
        assertEquals(Long.MAX_VALUE, peer.events.nextTime());
    }

    @Test
    void anIcmpErrorDoesNotEndAConnection() throws SocketError {
        Wire.Pair pair = wire.connected();
        byte[] quoted = TcpHeader.of(49152, Wire.PORT, 1, 0, TcpHeader.ACK, 0, List.of()).emit(0);
        wire.clientNetwork.receiver().unreachable(Unreachable.HOST, Wire.CLIENT, Wire.SERVER, quoted);
        wire.runTo(40);

        assertTrue(pair.client().isConnected());
    }

    @Test
    void twoSynsThatCrossOpenOneConnection() throws SocketError {
        StreamSocket one = wire.client.open();
        StreamSocket other = wire.server.open();
        one.bind(new Endpoint(Wire.CLIENT, 1111));
        other.bind(new Endpoint(Wire.SERVER, 2222));
        one.connect(new Endpoint(Wire.SERVER, 2222));
        other.connect(new Endpoint(Wire.CLIENT, 1111));
        wire.runTo(100);

        wire.expect("0 C S 0:0(0) win 64240 <mss 1460,nop,wscale 7>",
                "0 S S 0:0(0) win 64240 <mss 1460,nop,wscale 7>",
                "10 S S. 0:0(0) ack 1 win 64240 <mss 1460,nop,wscale 7>",
                "10 C S. 0:0(0) ack 1 win 64240 <mss 1460,nop,wscale 7>");
        assertEquals("ESTABLISHED", one.state());
        assertEquals("ESTABLISHED", other.state());
        Wire.send(one, "to and");
        Wire.send(other, "fro");
        wire.runTo(200);
        assertEquals("fro", Wire.receive(one));
        assertEquals("to and", Wire.receive(other));
    }

    @Test
    void aStrayAcknowledgmentInSynSentIsReset() throws SocketError {
        Peer peer = new Peer();
        StreamSocket client = peer.connecting();
        peer.send("S.", 0, 0, 77, 1000);

        peer.expect("0 R 77:77(0) win 0");
        assertEquals("SYN-SENT", client.state());
        peer.send("R.", 0, 0, 77, 0);
        assertEquals("SYN-SENT", client.state());
        peer.send("R.", 0, 0, 1, 0);
        assertEquals(Optional.of(Errno.ECONNREFUSED), client.takeError());
    }

    @Test
    void withoutTheOptionsSegmentsAreSmallAndWindowsNotScaled() throws SocketError {
        Peer peer = new Peer();
        StreamSocket client = peer.connecting();
        peer.send("S.", 0, 0, 1, 5000);
        peer.write(client, 1072);

        peer.expect("0 . 1:1(0) ack 1 win 64240", "0 . 1:537(536) ack 1 win 64240",
                "0 P. 537:1073(536) ack 1 win 64240");
    }

    @Test
    void theWindowCountsInThePeersScale() throws SocketError {
        Peer peer = new Peer();
        StreamSocket client = peer.connecting();
        peer.send("S.", 0, 0, 1, 1000, new TcpOption.MaximumSegmentSize(500), new TcpOption.WindowScale(2));
        peer.write(client, 8000);
        peer.runTo(1);

        peer.expect("0 . 1:1(0) ack 1 win 502", "0 . 1:501(500) ack 1 win 502", "0 . 501:1001(500) ack 1 win 502");
        peer.send(".", 1, 0, 1001, 500);
        peer.expect("1 . 1001:1501(500) ack 1 win 502", "1 . 1501:2001(500) ack 1 win 502",
                "1 . 2001:2501(500) ack 1 win 502", "1 . 2501:3001(500) ack 1 win 502");
    }

    @Test
    void aReceiveBufferThatTheProgramChoseIsTheWindow() throws SocketError {
        Peer peer = new Peer();
        StreamSocket client = peer.host.open();
        client.set(SocketOption.RECEIVE_BUFFER, 4000);
        client.connect(new Endpoint(Peer.ADDRESS, Peer.PORT));
        peer.send("S.", 0, 0, 1, 1000, new TcpOption.MaximumSegmentSize(1460), new TcpOption.WindowScale(9));

        peer.expect("0 S 0:0(0) win 2920 <mss 1460,nop,wscale 0>", "0 . 1:1(0) ack 1 win 2920");
    }

    @Test
    void anAttemptThatIsClosedSaysNothing() throws SocketError {
        Peer peer = new Peer();
        StreamSocket client = peer.connecting();
        client.close();

        peer.runTo(10_000);
        peer.expectNothing();
        assertEquals(List.of(), peer.host.sockets());
    }

    @Test
    void whereNoRouteLeadsNothingIsTried() {
        StreamSocket client = wire.client.open();

        assertEquals(Errno.ENETUNREACH, assertThrows(SocketError.class,
                () -> client.connect(new Endpoint(Ipv4Address.of(192, 168, 1, 1), 80))).errno());
        assertEquals(Errno.ENETUNREACH, assertThrows(SocketError.class,
                () -> client.connect(new Endpoint(Ipv4Address.BROADCAST, 80))).errno());
    }
}
