package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.socket.TcpInfo.Field;
import org.sockeye.stack.wire.TcpOption.MaximumSegmentSize;
import org.sockeye.stack.wire.TcpOption.NoOperation;
import org.sockeye.stack.wire.TcpOption.SackPermitted;
import org.sockeye.stack.wire.TcpOption.WindowScale;

/** What a receiver tells of gaps and repetitions, which timestamps it believes, and how its buffer grows. */
class ReceivingTest {

    private static final TcpSettings SELECTIVE = TcpSettings.LINUX.with(TcpSetting.TIMESTAMPS, 0);

    private static StreamSocket accepted(Peer peer) throws SocketError {
        StreamSocket listener = peer.listen();
        peer.send("S", 0, 0, 0, 10_000, new MaximumSegmentSize(1000), new SackPermitted(), new WindowScale(7));
        peer.send(".", 1, 0, 1, 10_000);
        peer.skip();
        return listener.accept().orElseThrow();
    }

    @Test
    void whatArrivesBeyondAGapIsToldOfTheLatestFirst() throws SocketError {
        Peer peer = new Peer(SELECTIVE);
        StreamSocket socket = accepted(peer);
        peer.send(".", 1001, 1000, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 1 win 502 <nop,nop,sack 1001:2001>");
        peer.send(".", 4001, 1000, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 1 win 502 <nop,nop,sack 4001:5001 1001:2001>");
        peer.send(".", 2001, 1000, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 1 win 502 <nop,nop,sack 1001:3001 4001:5001>");
        peer.send(".", 1, 1000, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 3001 win 479 <nop,nop,sack 4001:5001>");
        peer.send(".", 3001, 1000, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 5001 win 464");
        assertEquals(5000, socket.available());
    }

    @Test
    void dataTellsOfGapsTooWhereThereIsRoom() throws SocketError {
        Peer peer = new Peer(SELECTIVE);
        StreamSocket socket = accepted(peer);
        peer.send(".", 1001, 1000, 1, 10_000);
        peer.skip();
        peer.write(socket, 100);
        peer.expect("0 P. 1:101(100) ack 1 win 502 <nop,nop,sack 1001:2001>");
    }

    @Test
    void repetitionsAreToldOfOnce() throws SocketError {
        Peer peer = new Peer(SELECTIVE);
        accepted(peer);
        peer.send("P.", 1001, 1000, 1, 10_000);
        peer.send("P.", 2001, 1000, 1, 10_000);
        peer.send("P.", 4001, 1000, 1, 10_000);
        peer.skip();
        peer.send("P.", 1, 3500, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 3501 win 475 <nop,nop,sack 1001:3001 4001:5001>");
        peer.send("P.", 4001, 1000, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 3501 win 475 <nop,nop,sack 4001:5001 4001:5001>");
        peer.send("P.", 3501, 500, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 5001 win 464");
        peer.send("P.", 1, 1000, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 5001 win 464 <nop,nop,sack 1:1001>");
    }

    @Test
    void moreThanThreeThatOvertakeAGapAreToldOfTogether() throws SocketError {
        Peer peer = new Peer(SELECTIVE);
        StreamSocket socket = accepted(peer);
        peer.runTo(100);
        // A whole window in 100 ms: a round trip.
        for (int i = 0; i < 65; i++) {
            peer.send(".", 1 + 1000 * i, 1000, 1, 10_000);
            assertEquals(1000, socket.receive(new byte[1000], 0, 1000));
        }
        peer.runTo(200);
        peer.send(".", 65_001, 1000, 1, 10_000);
        peer.runTo(300);
        peer.skip();
        for (int i = 0; i < 6; i++) {
            peer.send(".", 70_001 + 1000 * i, 1000, 1, 10_000);
        }
        assertEquals(3, peer.count());
        peer.runTo(301);
        assertEquals(1, peer.count());
    }

    @Test
    void withoutSelectiveAcknowledgmentsNothingIsToldOfThem() throws SocketError {
        Peer peer = new Peer(TcpSettings.LINUX.with(TcpSetting.SACK, 0).with(TcpSetting.TIMESTAMPS, 0));
        accepted(peer);
        peer.send(".", 1001, 1000, 1, 10_000);
        peer.expect("0 . 1:1(0) ack 1 win 502");
    }

    @Test
    void aTimestampOlderThanOneSeenIsRefusedButForReset() throws SocketError {
        Peer peer = new Peer(TcpSettings.LINUX);
        StreamSocket listener = peer.listen();
        peer.send("S", 0, 0, 0, 10_000, new MaximumSegmentSize(1000), peer.clocks(5000, 0));
        peer.send(".", 1, 0, 1, 10_000, peer.clocks(5001, 0));
        StreamSocket socket = listener.accept().orElseThrow();
        peer.skip();
        peer.send("P.", 1, 10, 1, 10_000, peer.clocks(4000, 0));
        peer.expect("0 . 1:1(0) ack 1 win 65160 <nop,nop,TS val 0 ecr 5001>");
        assertEquals(0, socket.available());
        peer.send("P.", 1, 10, 1, 10_000, peer.clocks(5001, 0));
        assertEquals(10, socket.available());
        peer.send("R", 11, 0, 1, 0, peer.clocks(1, 0));
        assertEquals("CLOSED", socket.state());
    }

    @Test
    void timestampsMayWrapAround() throws SocketError {
        Peer peer = new Peer(TcpSettings.LINUX);
        StreamSocket listener = peer.listen();
        peer.send("S", 0, 0, 0, 10_000, new MaximumSegmentSize(1000), peer.clocks(-5, 0));
        peer.send(".", 1, 0, 1, 10_000, peer.clocks(-1, 0));
        peer.send("P.", 1, 10, 1, 10_000, peer.clocks(3, 0));
        assertEquals(10, listener.accept().orElseThrow().available());
    }

    @Test
    void theBufferGrowsWithWhatTheProgramReadsInARoundTrip() throws SocketError {
        Wire wire = new Wire(1, TcpSettings.LINUX);
        Wire.Pair pair = wire.connected();
        wire.recording = false;
        byte[] room = new byte[1 << 20];
        for (int millisecond = 31; millisecond < 2000; millisecond++) {
            pair.client().send(room, 0, Math.min(room.length, pair.client().sendSpace()), Wire.origin("client"));
            wire.runTo(millisecond);
            pair.server().receive(room, 0, room.length);
        }
        long window = pair.server().info().orElseThrow().get(Field.RCV_WND);
        long sent = pair.client().info().orElseThrow().get(Field.BYTES_ACKED);
        assertTrue(window > 1_000_000, "window " + window);
        assertTrue(sent > 20_000_000, "sent " + sent);
    }

    @Test
    void aBufferThatTheProgramChoseStaysAsItIs() throws SocketError {
        Wire wire = new Wire(1, TcpSettings.LINUX);
        Wire.Pair pair = wire.connected(socket -> socket.set(SocketOption.RECEIVE_BUFFER, 10_000));
        wire.recording = false;
        byte[] room = new byte[100_000];
        for (int millisecond = 31; millisecond < 1000; millisecond++) {
            pair.client().send(room, 0, Math.min(room.length, pair.client().sendSpace()), Wire.origin("client"));
            wire.runTo(millisecond);
            pair.server().receive(room, 0, room.length);
        }
        assertTrue(pair.server().info().orElseThrow().get(Field.RCV_WND) <= 20_000);
    }

    @Test
    void optionsThatOnlyPadAreNoOffer() throws SocketError {
        Peer peer = new Peer(TcpSettings.LINUX);
        peer.listen();
        peer.send("S", 0, 0, 0, 10_000, new MaximumSegmentSize(1000), new NoOperation(), new NoOperation());
        peer.expect("0 S. 0:0(0) ack 1 win 64240 <mss 1460>");
    }
}
