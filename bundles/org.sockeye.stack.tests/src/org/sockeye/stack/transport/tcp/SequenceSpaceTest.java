package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.TcpOption.MaximumSegmentSize;

class SequenceSpaceTest {

    @Test
    void numbersWrapOnTheWireOnly() {
        SequenceSpace space = new SequenceSpace(-2);

        assertEquals(-2, space.wrap(0));
        assertEquals(0, space.wrap(2));
        assertEquals(-2, space.wrap(1L << 32));
        assertEquals(3, space.unwrap(1, 0));
        assertEquals((1L << 32) + 3, space.unwrap(1, (1L << 32) - 7));
        assertEquals((1L << 32) - 1, space.unwrap(-3, 1L << 32));
        assertEquals(-1, space.unwrap(-3, 0));
    }

    @Test
    void whatIsWrappedUnwrapsNearWhereItWas() {
        for (int initial : new int[] { 0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE }) {
            SequenceSpace space = new SequenceSpace(initial);
            for (long number = 0; number < 1L << 34; number = number * 3 + 1) {
                assertEquals(number, space.unwrap(space.wrap(number), number + 1_000_000_000));
                assertEquals(number, space.unwrap(space.wrap(number), number - 1_000_000_000));
            }
        }
    }

    @Test
    void aStreamCrossesTheWrapInBothDirections() throws SocketError {
        // The peer's numbers start 16 before the wrap; the host's start 1000 before it at the right moment.
        Endpoint local = new Endpoint(Peer.HOST, 5555);
        Endpoint remote = new Endpoint(Peer.ADDRESS, Peer.PORT);
        Peer early = new Peer();
        StreamSocket probe = early.host.open();
        probe.bind(local);
        probe.connect(remote);
        long toWrap = -1000 - early.hostFirst() & 0xffff_ffffL;

        Peer peer = new Peer();
        peer.events.advanceTo(toWrap * 64);
        StreamSocket socket = peer.host.open();
        socket.bind(local);
        socket.connect(remote);
        peer.send("S.", 0, 0, 1, 10_000, new MaximumSegmentSize(1000));
        assertEquals(-1000, peer.hostFirst());
        peer.skip();
        peer.write(socket, 2500);
        assertEquals(3, peer.count());
        peer.send(".", 1, 100, 2501, 10_000);
        peer.send(".", 101, 100, 2501, 10_000);

        byte[] heard = new byte[200];
        assertEquals(200, socket.receive(heard, 0, 200));
        byte[] said = new byte[200];
        for (int i = 0; i < said.length; i++) {
            said[i] = (byte) (i + 1);
        }
        assertTrue(Arrays.equals(said, heard));
        socket.close();
        peer.runTo(peer.events.now() / Wire.MILLISECOND + 1000);
        assertEquals("FIN-WAIT-1", socket.state());
    }
}
