package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.transport.tcp.Wire.Fate;

class EndingTest {

    private static final byte[] ROOM = new byte[100];

    private final Wire wire = new Wire();

    @Test
    void whoClosesFirstWaitsAMinuteInTimeWait() throws SocketError {
        Wire.Pair pair = wire.connected();
        pair.client().close();
        assertEquals("FIN-WAIT-1", pair.client().state());
        wire.runTo(45);
        assertTrue(pair.server().isAtEnd());
        assertEquals(-1, pair.server().receive(ROOM, 0, 1));
        assertEquals("CLOSE-WAIT", pair.server().state());
        pair.server().close();
        assertEquals("LAST-ACK", pair.server().state());
        wire.runTo(60);
        assertEquals("TIME-WAIT", pair.client().state());
        wire.runTo(65);
        assertEquals("CLOSED", pair.server().state());
        wire.runTo(60_054);
        assertEquals("TIME-WAIT", pair.client().state());
        wire.runTo(60_055);

        wire.expect("30 C F. 1:1(0) ack 1 win 502", "41 S . 1:1(0) ack 2 win 502", "45 S F. 1:1(0) ack 2 win 502",
                "55 C . 2:2(0) ack 2 win 502");
        assertEquals("CLOSED", pair.client().state());
        assertEquals(List.of(), wire.client.sockets());
        assertEquals(List.of(pair.listener()), wire.server.sockets());
        assertEquals(Long.MAX_VALUE, wire.events.nextTime());
    }

    @Test
    void aServerThatDoesNotCloseAcknowledgesTheFinAlone() throws SocketError {
        Wire.Pair pair = wire.connected();
        pair.client().close();
        wire.runTo(100);

        wire.expect("30 C F. 1:1(0) ack 1 win 502", "41 S . 1:1(0) ack 2 win 502");
        assertEquals("FIN-WAIT-2", pair.client().state());
    }

    @Test
    void finGoesWithTheLastBytes() throws SocketError {
        Wire.Pair pair = wire.connected();
        Wire.send(pair.client(), "a");
        Wire.send(pair.client(), "bye");
        pair.client().close();
        wire.runTo(35);

        wire.expect("30 C P. 1:2(1) ack 1 win 502", "30 C FP. 2:5(3) ack 1 win 502");
    }

    @Test
    void afterAHalfCloseTheOtherDirectionGoesOn() throws SocketError {
        Wire.Pair pair = wire.connected();
        Wire.send(pair.client(), "all I have");
        pair.client().shutdownOutput();
        wire.runTo(50);
        assertEquals("all I have", Wire.receive(pair.server()));
        assertEquals(-1, pair.server().receive(ROOM, 0, 1));
        Wire.send(pair.server(), "thanks");
        wire.runTo(100);
        assertEquals("thanks", Wire.receive(pair.client()));
        assertFalse(pair.client().isAtEnd());
        assertEquals(Errno.EPIPE, assertThrows(SocketError.class,
                () -> pair.client().send(ROOM, 0, 1, Wire.origin("client"))).errno());
        assertEquals("FIN-WAIT-2", pair.client().state());
        pair.server().close();
        wire.runTo(150);
        assertTrue(pair.client().isAtEnd());
        assertEquals("TIME-WAIT", pair.client().state());
    }

    @Test
    void aHalfClosedConnectionMayWaitForever() throws SocketError {
        Wire.Pair pair = wire.connected();
        pair.client().shutdownOutput();
        wire.runTo(3_600_000);

        assertEquals("FIN-WAIT-2", pair.client().state());
        assertEquals(Long.MAX_VALUE, wire.events.nextTime());
    }

    @Test
    void twoFinsThatCrossEndInTimeWaitOnBothSides() throws SocketError {
        Wire.Pair pair = wire.connected();
        pair.client().close();
        pair.server().close();
        wire.runTo(45);
        assertEquals("CLOSING", pair.client().state());
        wire.runTo(100);

        wire.expect("30 C F. 1:1(0) ack 1 win 502",
                "30 S F. 1:1(0) ack 1 win 502",
                "40 S . 2:2(0) ack 2 win 502",
                "40 C . 2:2(0) ack 2 win 502");
        assertEquals("TIME-WAIT", pair.client().state());
        assertEquals("TIME-WAIT", pair.server().state());
        wire.runOut();
        assertEquals(List.of(), wire.client.sockets());
    }

    @Test
    void aLostFinIsSentAgain() throws SocketError {
        Wire.Pair pair = wire.connected();
        wire.rule = segment -> wire.events.now() < 35 * Wire.MILLISECOND ? Fate.DROP : Fate.PASS;
        pair.client().close();
        wire.runTo(270);

        wire.expect("30 C F. 1:1(0) ack 1 win 502 lost", "250 C F. 1:1(0) ack 1 win 502",
                "261 S . 1:1(0) ack 2 win 502");
        assertTrue(pair.server().isAtEnd());
    }

    @Test
    void aFinThatComesAgainInTimeWaitIsAcknowledgedAndStartsTheMinuteAnew() throws SocketError {
        Wire.Pair pair = wire.connected();
        wire.rule = segment -> segment.text().startsWith("C . 2:2(0) ack 2")
                && wire.events.now() < 100 * Wire.MILLISECOND
                        ? Fate.DROP : Fate.PASS;
        pair.client().close();
        wire.runTo(45);
        pair.server().close();
        wire.runTo(300);

        wire.expect("30 C F. 1:1(0) ack 1 win 502",
                "41 S . 1:1(0) ack 2 win 502",
                "45 S F. 1:1(0) ack 2 win 502",
                "55 C . 2:2(0) ack 2 win 502 lost",
                "265 S F. 1:1(0) ack 2 win 502",
                "275 C . 2:2(0) ack 2 win 502");
        wire.runTo(60_274);
        assertEquals("TIME-WAIT", pair.client().state());
        wire.runTo(60_275);
        assertEquals("CLOSED", pair.client().state());
    }

    @Test
    void aClosedSocketWaitsAMinuteForThePeersFinAndNoLonger() throws SocketError {
        Wire.Pair pair = wire.connected();
        pair.client().close();
        wire.runTo(60_050);
        assertEquals("FIN-WAIT-2", pair.client().state());
        wire.runTo(60_051);
        assertEquals("CLOSED", pair.client().state());
        Wire.send(pair.server(), "too late");
        wire.skip();
        wire.runTo(60_200);
        wire.expect("60061 C R 2:2(0) win 0");
        assertEquals(Optional.of(Errno.EPIPE), pair.server().takeError());
    }

    @Test
    void dataForAClosedSocketIsAnsweredWithReset() throws SocketError {
        Wire.Pair pair = wire.connected();
        pair.client().close();
        wire.runTo(100);
        wire.skip();
        Wire.send(pair.server(), "anybody there?");
        wire.runTo(115);
        wire.expect("100 S P. 1:15(14) ack 2 win 502", "110 C R 2:2(0) win 0");
        wire.runTo(200);

        // The peer's FIN came before: to send is what fails, to read is not.
        assertEquals(-1, pair.server().receive(ROOM, 0, 1));
        assertEquals(Errno.EPIPE, assertThrows(SocketError.class,
                () -> pair.server().send(ROOM, 0, 1, Wire.origin("server"))).errno());
        assertEquals("CLOSED", pair.server().state());
    }

    @Test
    void toCloseWithInputUnreadResets() throws SocketError {
        Wire.Pair pair = wire.connected();
        Wire.send(pair.client(), "never read");
        wire.runTo(45);
        pair.server().close();
        wire.runTo(100);

        wire.expect("30 C P. 1:11(10) ack 1 win 502",
                "40 S . 1:1(0) ack 11 win 502",
                "45 S R. 1:1(0) ack 11 win 0");
        assertEquals(Errno.ECONNRESET, assertThrows(SocketError.class,
                () -> pair.client().receive(ROOM, 0, 1)).errno());
        assertEquals(-1, pair.client().receive(ROOM, 0, 1));
        assertEquals(Errno.EPIPE, assertThrows(SocketError.class,
                () -> pair.client().send(ROOM, 0, 1, Wire.origin("client"))).errno());
        assertEquals(Long.MAX_VALUE, wire.events.nextTime());
    }

    @Test
    void toCloseWithLingerZeroResets() throws SocketError {
        Wire.Pair pair = wire.connected();
        pair.client().set(SocketOption.LINGER, 0);
        pair.client().close();
        wire.runTo(100);

        wire.expect("30 C R. 1:1(0) ack 1 win 0");
        assertEquals("CLOSED", pair.client().state());
        assertEquals(Errno.ECONNRESET, assertThrows(SocketError.class,
                () -> pair.server().send(ROOM, 0, 1, Wire.origin("server"))).errno());
        assertEquals(Errno.EPIPE, assertThrows(SocketError.class,
                () -> pair.server().send(ROOM, 0, 1, Wire.origin("server"))).errno());
    }

    @Test
    void whatArrivedBeforeAResetMayStillBeRead() throws SocketError {
        Wire.Pair pair = wire.connected();
        Wire.send(pair.client(), "last words");
        wire.runTo(50);
        pair.client().set(SocketOption.LINGER, 0);
        pair.client().close();
        wire.runTo(100);

        assertFalse(pair.server().isConnected());
        assertEquals("last words", Wire.receive(pair.server()));
        assertEquals(Errno.ECONNRESET, assertThrows(SocketError.class,
                () -> pair.server().receive(ROOM, 0, 1)).errno());
    }

    @Test
    void whatIsQueuedIsSentBeforeTheFinEvenThoughTheSocketIsClosed() throws SocketError {
        Wire.Pair pair = wire.connected();
        String much = "x".repeat(80_000);
        Wire.send(pair.client(), much);
        pair.client().close();
        StringBuilder heard = new StringBuilder();
        pair.server().observe(() -> {
            try {
                heard.append(Wire.receive(pair.server()));
            } catch (SocketError error) {
                throw new AssertionError(error);
            }
        });
        wire.runTo(1000);

        assertEquals(much, heard.toString());
        assertTrue(pair.server().isAtEnd());
    }

    @Test
    void aClosedSocketGivesUpAfterEightRetries() throws SocketError {
        Wire.Pair pair = wire.connected();
        wire.rule = segment -> Fate.DROP;
        Wire.send(pair.client(), "hello");
        pair.client().close();
        wire.runOut();

        assertEquals(9, wire.story().stream().filter(line -> line.contains("P. 1:6(5)")).count());
        assertEquals(List.of(), wire.client.sockets());
    }

    @Test
    void afterShutdownInputWhatArrivesIsDroppedAndAcknowledged() throws SocketError {
        Wire.Pair pair = wire.connected();
        pair.server().shutdownInput();
        assertTrue(pair.server().isAtEnd());
        Wire.send(pair.client(), "to the winds");
        wire.runTo(100);

        wire.expect("30 C P. 1:13(12) ack 1 win 502", "40 S . 1:1(0) ack 13 win 502");
        assertEquals(0, pair.server().available());
        assertEquals(-1, pair.server().receive(ROOM, 0, 1));
    }

    @Test
    void onlyAnExactResetCounts() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted();
        peer.send("R", 70_000, 0, 0, 0);
        peer.expectNothing();
        peer.send("R", 100, 0, 0, 0);
        peer.expect("0 . 1:1(0) ack 1 win 64240");
        assertTrue(socket.isConnected());
        peer.send("R", 1, 0, 0, 0);
        peer.expectNothing();
        assertFalse(socket.isConnected());
        assertEquals(Optional.of(Errno.ECONNRESET), socket.takeError());
    }

    @Test
    void challengesAreNotRepeatedWithinHalfASecond() throws SocketError {
        Peer peer = new Peer();
        peer.accepted();
        for (int i = 0; i < 10; i++) {
            peer.send("R", 100, 0, 0, 0);
        }
        peer.expect("0 . 1:1(0) ack 1 win 64240");
        peer.runTo(500);
        peer.send("S", 100, 0, 0, 1000);
        peer.expect("500 . 1:1(0) ack 1 win 64240");
    }

    @Test
    void anAcknowledgmentOfWhatWasNeverSentIsIgnored() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted();
        peer.send("P.", 1, 10, 5000, 1000);

        peer.expectNothing();
        assertEquals(0, socket.available());
    }

    @Test
    void theObserverLearnsOfEveryEnd() throws SocketError {
        Wire.Pair pair = wire.connected();
        int[] told = new int[1];
        pair.server().observe(() -> told[0]++);
        pair.client().shutdownOutput();
        wire.runTo(45);
        assertEquals(1, told[0]);
        pair.client().set(SocketOption.LINGER, 0);
        pair.client().close();
        wire.runTo(60);
        assertEquals(2, told[0]);
    }
}
