package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.TcpOption.MaximumSegmentSize;

/** What programs may ask of a stream beside sending and receiving. */
class SocketOptionsTest {

    private final Peer peer = new Peer();
    private final byte[] room = new byte[100];

    @Test
    void aCorkHoldsBackWhatDoesNotFillASegmentUntilItIsPulled() throws SocketError {
        StreamSocket socket = peer.accepted();
        socket.set(SocketOption.CORK, 1);
        peer.write(socket, 300);
        peer.expectNothing();
        peer.write(socket, 900);
        peer.expect("0 P. 1:1001(1000) ack 1 win 64240");
        socket.set(SocketOption.CORK, 0);
        peer.expect("0 P. 1001:1201(200) ack 1 win 64240");
    }

    @Test
    void corkedBytesGoAfterAWhileEvenSo() throws SocketError {
        StreamSocket socket = peer.accepted();
        socket.set(SocketOption.CORK, 1);
        peer.write(socket, 300);
        peer.runTo(199);
        peer.expectNothing();
        peer.runTo(200);
        peer.expect("200 P. 1:301(300) ack 1 win 64240");
    }

    @Test
    void aPartWaitsForTheRestAndIsNotPushed() throws SocketError {
        StreamSocket socket = peer.accepted();
        assertEquals(600, socket.sendPart(new byte[600], 0, 600, Wire.origin("host")));
        peer.expectNothing();
        peer.write(socket, 500);
        peer.expect("0 . 1:1001(1000) ack 1 win 64240", "0 P. 1001:1101(100) ack 1 win 64240");
    }

    @Test
    void aProgramMayChooseSmallerSegments() throws SocketError {
        StreamSocket socket = peer.host.open();
        socket.set(SocketOption.MAXIMUM_SEGMENT, 400);
        assertEquals(400, socket.get(SocketOption.MAXIMUM_SEGMENT));
        socket.connect(new Endpoint(Peer.ADDRESS, Peer.PORT));
        peer.expect("0 S 0:0(0) win 65200 <mss 400,nop,wscale 7>");
        peer.send("S.", 0, 0, 1, 5000, new MaximumSegmentSize(1000));
        peer.skip();
        peer.write(socket, 500);
        peer.expect("0 . 1:401(400) ack 1 win 65200", "0 P. 401:501(100) ack 1 win 65200");
        assertEquals(400, socket.get(SocketOption.MAXIMUM_SEGMENT));
    }

    @Test
    void peekingTakesNothing() throws SocketError {
        StreamSocket socket = peer.accepted();
        peer.send("P.", 1, 10, 1, 10_000);
        assertEquals(4, socket.peek(room, 0, 4));
        assertEquals(10, socket.peek(room, 0, 100));
        assertEquals(10, socket.available());
        assertEquals(10, socket.receive(room, 0, 100));
        assertEquals(0, socket.peek(room, 0, 100));
    }

    @Test
    void anUrgentByteIsPointedAt() throws SocketError {
        StreamSocket socket = peer.accepted();
        assertEquals(5, socket.sendUrgent(new byte[5], 0, 5, Wire.origin("host")));
        peer.expect("0 PU. 1:6(5) ack 1 win 64240 urg 5");
        peer.send(".", 1, 0, 6, 10_000);
        peer.write(socket, 5);
        peer.expect("0 P. 6:11(5) ack 1 win 64240");
    }

    @Test
    void anUrgentByteStandsOutsideTheStream() throws SocketError {
        StreamSocket socket = peer.accepted();
        assertEquals(Errno.EINVAL, assertThrows(SocketError.class, socket::receiveUrgent).errno());
        peer.send("P.", 1, 3, 1, 10_000);
        peer.send("PU.", 4, 4, 1, 10_000, 3);
        assertTrue(socket.hasUrgent());
        assertEquals(5, socket.receive(room, 0, 100));
        assertTrue(socket.isAtUrgentMark());
        assertEquals(OptionalInt.of(6), socket.receiveUrgent());
        assertFalse(socket.hasUrgent());
        assertEquals(1, socket.receive(room, 0, 100));
        assertEquals(7, room[0]);
        assertFalse(socket.isAtUrgentMark());
        assertEquals(Errno.EINVAL, assertThrows(SocketError.class, socket::receiveUrgent).errno());
    }

    @Test
    void anUrgentByteMayBeAnnouncedBeforeItComes() throws SocketError {
        StreamSocket socket = peer.accepted();
        peer.send("PU.", 1, 2, 1, 10_000, 4);
        assertEquals(OptionalInt.empty(), socket.receiveUrgent());
        peer.send("P.", 3, 2, 1, 10_000);
        assertEquals(OptionalInt.of(4), socket.receiveUrgent());
    }

    @Test
    void anUrgentByteIsLeftInTheStreamOnRequest() throws SocketError {
        StreamSocket socket = peer.accepted();
        socket.set(SocketOption.URGENT_INLINE, 1);
        peer.send("PU.", 1, 4, 1, 10_000, 3);
        assertEquals(2, socket.receive(room, 0, 100));
        assertEquals(2, socket.receive(room, 2, 98));
        assertEquals("[1, 2, 3, 4]", Arrays.toString(Arrays.copyOf(room, 4)));
    }

    @Test
    void whatIsQueuedIsCounted() throws SocketError {
        StreamSocket socket = peer.accepted(2000);
        peer.write(socket, 3000);
        assertEquals(3000, socket.unacknowledged());
        assertEquals(1000, socket.unsent());
        peer.send(".", 1, 0, 1001, 2000);
        assertEquals(2000, socket.unacknowledged());
        assertEquals(0, socket.unsent());
    }

    @Test
    void aUserTimeOutEndsAConnectionWhoseDataIsNotAcknowledged() throws SocketError {
        StreamSocket socket = peer.accepted();
        socket.set(SocketOption.USER_TIMEOUT, 3000);
        peer.write(socket, 100);
        peer.runTo(3_150);
        assertEquals("ESTABLISHED", socket.state());
        peer.runTo(3_250);
        assertEquals("CLOSED", socket.state());
        assertEquals(Optional.of(Errno.ETIMEDOUT), socket.takeError());
    }

    @Test
    void aSynIsSentAsOftenAsTheProgramSays() throws SocketError {
        StreamSocket socket = peer.host.open();
        socket.set(SocketOption.SYN_RETRIES, 2);
        socket.connect(new Endpoint(Peer.ADDRESS, Peer.PORT));
        peer.runTo(100_000);
        assertEquals(3, peer.count());
        assertEquals(Optional.of(Errno.ETIMEDOUT), socket.takeError());
    }

    @Test
    void keepAliveGoesByWhatTheProgramSays() throws SocketError {
        StreamSocket socket = peer.accepted();
        socket.set(SocketOption.KEEP_ALIVE_IDLE, 10);
        socket.set(SocketOption.KEEP_ALIVE_INTERVAL, 3);
        socket.set(SocketOption.KEEP_ALIVE_PROBES, 2);
        socket.set(SocketOption.KEEP_ALIVE, 1);
        peer.runTo(20_000);
        peer.expect("10000 . 0:0(0) ack 1 win 64240", "13000 . 0:0(0) ack 1 win 64240",
                "16000 R. 1:1(0) ack 1 win 0");
        assertEquals(Optional.of(Errno.ETIMEDOUT), socket.takeError());
    }

    @Test
    void aClosedSocketWaitsForTheFinAsLongAsTheProgramSays() throws SocketError {
        StreamSocket socket = peer.accepted();
        socket.set(SocketOption.FIN_WAIT, 5);
        socket.close();
        peer.send(".", 1, 0, 2, 10_000);
        peer.runTo(4_999);
        assertEquals("FIN-WAIT-2", socket.state());
        peer.runTo(5_000);
        assertEquals("CLOSED", socket.state());
    }
}
