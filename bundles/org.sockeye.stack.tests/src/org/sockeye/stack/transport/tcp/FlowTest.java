package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.transport.tcp.Wire.Fate;

class FlowTest {

    private final Wire wire = new Wire();

    @Test
    void aQuestionAndItsAnswerTakeFiveSegments() throws SocketError {
        Wire.Pair pair = wire.connected();
        Wire.send(pair.client(), "hello\n");
        wire.runTo(45);
        assertEquals("hello\n", Wire.receive(pair.server()));
        Wire.send(pair.server(), "HELLO\n");
        wire.runTo(300);

        wire.expect("30 C P. 1:7(6) ack 1 win 502",
                "40 S . 1:1(0) ack 7 win 502",
                "45 S P. 1:7(6) ack 7 win 502",
                "55 C . 7:7(0) ack 7 win 502");
        assertEquals("HELLO\n", Wire.receive(pair.client()));
    }

    @Test
    void onceTheTalkIsLivelyAnAcknowledgmentWaitsForTheAnswer() throws SocketError {
        Wire.Pair pair = wire.connected();
        Wire.send(pair.client(), "one");
        wire.runTo(50);
        Wire.send(pair.server(), "ONE");
        wire.runTo(70);
        wire.skip();
        Wire.send(pair.client(), "two");
        wire.runTo(90);
        Wire.send(pair.server(), "TWO");
        wire.runTo(110);
        Wire.send(pair.client(), "three");
        wire.runTo(400);

        wire.expect("70 C P. 4:7(3) ack 4 win 502",
                "90 S P. 4:7(3) ack 7 win 502",
                "110 C P. 7:12(5) ack 7 win 502",
                "160 S . 7:7(0) ack 12 win 502");
    }

    @Test
    void everySecondFullSegmentIsAcknowledgedAtOnce() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted();
        for (int i = 0; i < 16; i++) {
            peer.send(".", 1 + 1000 * i, 1000, 1, 10_000);
        }
        peer.skip();
        peer.send(".", 16001, 1000, 1, 10_000);
        peer.expectNothing();
        assertEquals(17000, socket.receive(new byte[20_000], 0, 20_000));
        peer.skip();
        peer.send(".", 17001, 1000, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 18001 win 55000");
        peer.send("P.", 18001, 1000, 1, 10_000);
        peer.runTo(39);
        peer.expectNothing();
        peer.runTo(40);
        peer.expect("40 . 1:1(0) ack 19001 win 54000");
        assertEquals(2000, socket.available());
    }

    @Test
    void everyWriteEndsWithPush() throws SocketError {
        Wire.Pair pair = wire.connected();
        pair.client().set(SocketOption.NO_DELAY, 1);
        Wire.send(pair.client(), "x".repeat(2000));
        Wire.send(pair.client(), "y");
        wire.runTo(35);

        wire.expect("30 C . 1:1461(1460) ack 1 win 502",
                "30 C P. 1461:2001(540) ack 1 win 502",
                "30 C P. 2001:2002(1) ack 1 win 502");
    }

    @Test
    void nagleKeepsSmallSegmentsBackUntilTheFirstIsAcknowledged() throws SocketError {
        Wire.Pair pair = wire.connected();
        Wire.send(pair.client(), "a");
        Wire.send(pair.client(), "b");
        Wire.send(pair.client(), "c");
        wire.runTo(70);

        wire.expect("30 C P. 1:2(1) ack 1 win 502",
                "40 S . 1:1(0) ack 2 win 502",
                "50 C P. 2:4(2) ack 1 win 502",
                "60 S . 1:1(0) ack 4 win 502");
    }

    @Test
    void noDelaySendsWhatNagleKeptBack() throws SocketError {
        Wire.Pair pair = wire.connected();
        Wire.send(pair.client(), "a");
        Wire.send(pair.client(), "b");
        wire.runTo(32);
        pair.client().set(SocketOption.NO_DELAY, 1);
        Wire.send(pair.client(), "c");
        wire.runTo(35);

        wire.expect("30 C P. 1:2(1) ack 1 win 502", "32 C P. 2:3(1) ack 1 win 502", "32 C P. 3:4(1) ack 1 win 502");
    }

    @Test
    void aNewConnectionSendsTenSegmentsAndThenTwoForEachAcknowledged() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted(60_000);
        peer.write(socket, 40_000);
        peer.runTo(1);
        assertEquals(10, peer.count());
        peer.send(".", 1, 0, 2001, 60_000);
        assertEquals(4, peer.count());
    }

    @Test
    void afterAPauseItStartsWithTenSegmentsAgain() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted(60_000);
        peer.write(socket, 20_000);
        peer.send(".", 1, 0, 10_001, 60_000);
        peer.send(".", 1, 0, 20_001, 60_000);
        peer.runTo(1000);
        peer.skip();
        peer.write(socket, 40_000);
        assertEquals(10, peer.count());
    }

    @Test
    void anOlderSegmentsWindowIsNotTakenOver() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted();
        peer.send("P.", 1, 100, 1, 10_000);
        peer.send("P.", 101, 100, 1, 10_000);
        peer.send("P.", 101, 100, 1, 9000);
        peer.send("P.", 1, 200, 1, 0);
        peer.skip();
        peer.write(socket, 1000);
        assertEquals(1, peer.count());
    }

    @Test
    void whatEndsBeyondTheWindowIsKeptOnlyIfNothingElseWaits() throws SocketError {
        Peer peer = new Peer();
        StreamSocket listener = peer.listen();
        listener.set(SocketOption.RECEIVE_BUFFER, 2000);
        peer.send("S", 0, 0, 0, 10_000);
        peer.send(".", 1, 0, 1, 10_000);
        StreamSocket socket = listener.accept().orElseThrow();
        peer.skip();
        peer.send("P.", 1, 3000, 1, 10_000);

        // More than the buffer should take: the peer learns at once that the window is shut.
        peer.expect("0 . 1:1(0) ack 3001 win 0");
        peer.runTo(40);
        assertEquals(3000, socket.available());
        peer.send("P.", 3001, 1000, 1, 10_000);
        peer.expect("40 . 1:1(0) ack 3001 win 0");
        assertEquals(3000, socket.available());
    }

    @Test
    void aWindowThatShutsIsProbedAndReopens() throws SocketError {
        Wire.Pair pair = wire.connected(socket -> socket.set(SocketOption.RECEIVE_BUFFER, 2920));
        Wire.send(pair.client(), "x".repeat(4000));
        wire.runTo(1500);

        // The program does not read. Of probes that come within 500 ms one is answered, as with all that is out of window.
        wire.expect("30 C . 1:1461(1460) ack 1 win 2920",
                "30 C . 1461:2921(1460) ack 1 win 2920",
                "40 S . 1:1(0) ack 1461 win 1460",
                "40 S . 1:1(0) ack 2921 win 0",
                "270 C . 2920:2920(0) ack 1 win 2920",
                "280 S . 1:1(0) ack 2921 win 0",
                "730 C . 2920:2920(0) ack 1 win 2920");
        assertEquals(2920, Wire.receive(pair.server()).length());
        wire.runTo(1700);
        wire.expect("1500 S . 1:1(0) ack 2921 win 2920",
                "1510 C P. 2921:4001(1080) ack 1 win 2920",
                "1520 S . 1:1(0) ack 4001 win 1840");
        assertEquals(1080, pair.server().available());
    }

    @Test
    void aLostWindowUpdateIsMadeUpForByAProbe() throws SocketError {
        Wire.Pair pair = wire.connected(socket -> socket.set(SocketOption.RECEIVE_BUFFER, 2920));
        Wire.send(pair.client(), "x".repeat(4000));
        wire.runTo(100);
        wire.rule = segment -> wire.events.now() == 100 * Wire.MILLISECOND ? Fate.DROP : Fate.PASS;
        assertEquals(2920, Wire.receive(pair.server()).length());
        wire.skip();
        wire.runTo(400);

        wire.expect("270 C . 2920:2920(0) ack 1 win 2920",
                "280 S . 1:1(0) ack 2921 win 2920",
                "290 C P. 2921:4001(1080) ack 1 win 2920",
                "300 S . 1:1(0) ack 4001 win 1840");
    }

    @Test
    void probesThatNobodyAnswersEndTheConnection() throws SocketError {
        Wire.Pair pair = wire.connected(socket -> socket.set(SocketOption.RECEIVE_BUFFER, 2920));
        Wire.send(pair.client(), "x".repeat(4000));
        wire.runTo(100);
        wire.rule = segment -> Fate.DROP;
        wire.runOut();

        assertEquals(15, wire.story().stream().filter(line -> line.contains("C . 2920:2920(0)")).count());
        assertEquals(Errno.ETIMEDOUT, pair.client().takeError().orElseThrow());
    }

    @Test
    void aShutWindowThatIsAnsweredForIsWaitedForWithoutEnd() throws SocketError {
        Wire.Pair pair = wire.connected(socket -> socket.set(SocketOption.RECEIVE_BUFFER, 2920));
        Wire.send(pair.client(), "x".repeat(4000));
        wire.runTo(24 * 3_600_000);

        assertTrue(pair.client().isConnected());
        Wire.receive(pair.server());
        wire.runTo(24 * 3_600_000 + 100);
        assertEquals(1080, pair.server().available());
    }

    @Test
    void theWindowIsNotOpenedBySillyLittleSteps() throws SocketError {
        Wire.Pair pair = wire.connected(socket -> socket.set(SocketOption.RECEIVE_BUFFER, 2920));
        Wire.send(pair.client(), "x".repeat(4000));
        wire.runTo(100);
        wire.skip();
        byte[] some = new byte[1459];
        assertEquals(1459, pair.server().receive(some, 0, 1459));
        wire.runTo(110);
        wire.expect();
        assertEquals(1, pair.server().receive(some, 0, 1));
        wire.runTo(115);
        wire.expect("110 S . 1:1(0) ack 2921 win 1460");
    }

    @Test
    void aSenderDoesNotFillSillyLittleWindows() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted(2000);
        peer.write(socket, 5000);
        peer.expect("0 . 1:1001(1000) ack 1 win 64240", "0 . 1001:2001(1000) ack 1 win 64240");
        peer.send(".", 1, 0, 2001, 999);
        peer.expectNothing();
        peer.send(".", 1, 0, 2001, 1000);
        peer.expect("0 . 2001:3001(1000) ack 1 win 64240");
        peer.send(".", 1, 0, 3001, 300);
        peer.runTo(199);
        peer.expectNothing();
        peer.runTo(205);
        // Nothing better came: what little fits goes, when the probe would.
        peer.expect("200 P. 3001:3301(300) ack 1 win 64240");
    }

    @Test
    void aFullSendBufferTakesNoMoreUntilAThirdIsFree() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted();
        socket.set(SocketOption.SEND_BUFFER, 5000);
        int[] told = new int[1];
        // 10000 bytes of memory take chunks of five segments, half the peer's window, and what is kept beside each.
        assertEquals(10_000, socket.send(new byte[90_000], 0, 90_000, Wire.origin("host")));
        assertEquals(0, socket.sendSpace());
        assertEquals(0, socket.send(new byte[10], 0, 10, Wire.origin("host")));
        socket.observe(() -> told[0]++);
        peer.send(".", 1, 0, 2001, 10_000);
        assertFalse(socket.isWritable());
        peer.send(".", 1, 0, 6001, 10_000);

        assertTrue(socket.isWritable());
        assertTrue(told[0] >= 1);
    }

    @Test
    void whatIsReadInPiecesIsTheSameStream() throws SocketError {
        Wire.Pair pair = wire.connected();
        Wire.send(pair.client(), "abcdef");
        wire.runTo(50);
        byte[] into = new byte[10];

        assertEquals(2, pair.server().receive(into, 3, 2));
        assertEquals(4, pair.server().available());
        assertEquals(4, pair.server().receive(into, 5, 5));
        assertEquals("abcdef", new String(into, 3, 6, java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(0, pair.server().receive(into, 0, 10));
    }

    @Test
    void whoIsNotConnectedCanNeitherSendNorReceive() {
        StreamSocket socket = wire.client.open();

        assertEquals(Errno.ENOTCONN, assertThrows(SocketError.class,
                () -> socket.send(new byte[1], 0, 1, Wire.origin("client"))).errno());
        assertEquals(Errno.ENOTCONN, assertThrows(SocketError.class, () -> socket.receive(new byte[1], 0, 1)).errno());
        assertEquals(Errno.ENOTCONN, assertThrows(SocketError.class, socket::shutdownOutput).errno());
        assertEquals(List.of(socket), wire.client.sockets());
    }
}
