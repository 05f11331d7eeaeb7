package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.socket.TcpInfo.Field;
import org.sockeye.stack.transport.tcp.Recovery.Phase;
import org.sockeye.stack.wire.TcpOption;

/** How losses are noticed and mended when the peer acknowledges selectively. Round trips take 100 ms. */
class RecoveryTest {

    private static final TcpSettings SELECTIVE = Wire.PLAIN.with(TcpSetting.SACK, 1);

    private final Peer peer = new Peer(SELECTIVE);
    private StreamSocket socket;

    /** Connected after 100 ms with a segment size of 1000, and {@code segments} sent. */
    private void sent(int segments) throws SocketError {
        sent(segments, new TcpOption.SackPermitted());
    }

    private void sent(int segments, TcpOption... options) throws SocketError {
        TcpOption[] offered = new TcpOption[options.length + 1];
        offered[0] = new TcpOption.MaximumSegmentSize(1000);
        System.arraycopy(options, 0, offered, 1, options.length);
        StreamSocket listener = peer.listen();
        peer.send("S", 0, 0, 0, 60_000, offered);
        peer.runTo(100);
        peer.send(".", 1, 0, 1, 60_000);
        socket = listener.accept().orElseThrow();
        peer.skip();
        if (segments > 0) {
            peer.write(socket, 1000 * segments);
            assertEquals(Math.min(10, segments), peer.count());
        }
    }

    private void acknowledge(long number, int... selected) {
        if (selected.length == 0) {
            peer.send(".", 1, 0, number, 60_000);
        } else {
            peer.send(".", 1, 0, number, 60_000, peer.sack(selected));
        }
    }

    private long info(Field field) {
        return socket.info().orElseThrow().get(field);
    }

    private Phase phase() {
        return Phase.values()[(int) info(Field.CA_STATE)];
    }

    @Test
    void eachSegmentThatArrivesBeyondAGapLetsANewOneGo() throws SocketError {
        sent(20);
        peer.runTo(200);
        acknowledge(1, 1001, 2001);
        assertEquals(Phase.DISORDER, phase());
        acknowledge(1, 1001, 3001);

        // Limited transmit (RFC 3042), so that there may be a third.
        peer.expect("200 . 10001:11001(1000) ack 1 win 64240", "200 . 11001:12001(1000) ack 1 win 64240");
        assertEquals(2, info(Field.SACKED));
        assertEquals(10, info(Field.SND_CWND));
    }

    @Test
    void onlyWhatIsMissingIsSentAgainAndTheWindowShrinksByAndBy() throws SocketError {
        sent(10);
        peer.runTo(200);
        acknowledge(1, 1001, 2001);
        acknowledge(1, 1001, 3001);
        peer.expectNothing();
        acknowledge(1, 1001, 3001, 4001, 5001);

        // The third arrival: what was sent before it is lost. One segment arrived, so one goes out.
        peer.expect("200 . 1:1001(1000) ack 1 win 64240");
        assertEquals(Phase.RECOVERY, phase());
        assertEquals(7, info(Field.SND_SSTHRESH));
        assertEquals(2, info(Field.LOST));
        assertEquals(1, info(Field.RETRANS));
        acknowledge(1, 1001, 3001, 4001, 6001);
        peer.expect("200 . 3001:4001(1000) ack 1 win 64240");
        assertEquals(2, info(Field.RETRANS));

        peer.runTo(300);
        acknowledge(6001);
        // Everything sent before the third mark is suspect, and nothing after the sixth has arrived yet.
        peer.skip();
        assertEquals(Phase.RECOVERY, phase());
        acknowledge(10_001);
        peer.expectNothing();
        assertEquals(Phase.OPEN, phase());
        assertEquals(7, info(Field.SND_CWND));
    }

    @Test
    void whatIsSentAgainAndLostAgainIsNoticedByWhatArrivesLater() throws SocketError {
        sent(30);
        peer.runTo(200);
        acknowledge(1, 1001, 4001);
        peer.expect("200 . 1:1001(1000) ack 1 win 64240");
        acknowledge(1, 1001, 10_001);
        long sent = peer.count();
        assertTrue(sent > 0, "new data goes out");
        peer.runTo(300);
        acknowledge(1, 1001, 11_001);

        // What was sent later than the second transmission has arrived, that has not.
        peer.expect("300 . 1:1001(1000) ack 1 win 64240", "300 . 16001:17001(1000) ack 1 win 64240");
    }

    @Test
    void aLateSegmentIsWaitedForAQuarterOfARoundTripOnceThePathIsKnownToReorder() throws SocketError {
        sent(10);
        peer.runTo(200);
        acknowledge(1, 9001, 10_001);
        acknowledge(10_001);
        assertEquals(10, info(Field.REORDERING));
        peer.skip();
        peer.write(socket, 2000);
        peer.runTo(300);
        acknowledge(10_001, 11_001, 12_001);
        assertEquals(Phase.DISORDER, phase());
        peer.skip();

        // A quarter of 100 ms, and 2 ms of slack.
        peer.runTo(400);
        peer.expect("327 . 10001:11001(1000) ack 1 win 64240");
        assertEquals(Phase.RECOVERY, phase());
    }

    @Test
    void theLastSegmentsAreProbedForAfterTwoRoundTrips() throws SocketError {
        sent(4);
        peer.skip();
        peer.runTo(303);

        // Twice 100 ms and 2 ms of slack, where the time-out would take 300 ms.
        peer.expect("302 P. 3001:4001(1000) ack 1 win 64240");
        peer.runTo(402);
        acknowledge(1, 3001, 4001);
        // The probe's answer tells that the three before are lost.
        peer.expect("402 . 1:1001(1000) ack 1 win 64240");
        assertEquals(3, info(Field.LOST));
    }

    @Test
    void aProbeMayBeNewData() throws SocketError {
        sent(11);
        peer.runTo(303);

        peer.expect("302 P. 10001:11001(1000) ack 1 win 64240");
        assertEquals(11, info(Field.UNACKED));
    }

    @Test
    void aProbeThatMendsALossShrinksTheWindow() throws SocketError {
        sent(4);
        peer.runTo(302);
        peer.expect("302 P. 3001:4001(1000) ack 1 win 64240");
        // All is acknowledged, and no duplicate of the probe is told of: without it the last would be missing.
        peer.runTo(390);
        acknowledge(4001);
        assertEquals(Phase.OPEN, phase());
        assertEquals(10, info(Field.SND_CWND));
        peer.write(socket, 1000);
        peer.runTo(490);
        acknowledge(5001);

        assertEquals(7, info(Field.SND_CWND));
        assertEquals(7, info(Field.SND_SSTHRESH));
    }

    @Test
    void aProbeThatArrivedTwiceLeavesTheWindowAlone() throws SocketError {
        sent(4);
        peer.runTo(320);
        acknowledge(4001);
        acknowledge(4001, 3001, 4001);
        peer.write(socket, 1000);
        peer.runTo(420);
        acknowledge(5001);

        assertEquals(10, info(Field.SND_CWND));
        assertEquals(Phase.OPEN, phase());
    }

    @Test
    void aReductionIsTakenBackWhenAllThatWasSentAgainArrivedTwice() throws SocketError {
        sent(10);
        peer.runTo(200);
        acknowledge(1, 1001, 4001);
        peer.expect("200 . 1:1001(1000) ack 1 win 64240");
        assertEquals(7, info(Field.SND_SSTHRESH));
        peer.runTo(210);
        acknowledge(4001);
        assertEquals(Phase.RECOVERY, phase());
        peer.runTo(300);
        acknowledge(4001, 1, 1001);

        assertEquals(Phase.OPEN, phase());
        assertEquals(10, info(Field.SND_CWND));
        assertEquals(Integer.MAX_VALUE, info(Field.SND_SSTHRESH));
        assertEquals(1, info(Field.DSACK_DUPS));
    }

    @Test
    void aTimeOutThatCameTooEarlyIsTakenBack() throws SocketError {
        sent(30);
        // The probe first (a new segment), then the time-out.
        peer.runTo(610);
        assertEquals(Phase.LOSS, phase());
        assertEquals(1, info(Field.SND_CWND));
        peer.skip();
        acknowledge(2001);
        // The ACK is of the first and of one that was sent but once, so that was not lost (RFC 5682).
        assertEquals(Phase.OPEN, phase());
        assertTrue(info(Field.SND_CWND) >= 10);
        assertTrue(peer.count() > 0);
    }

    @Test
    void afterARealTimeOutOnlyWhatIsMissingIsSentAgain() throws SocketError {
        sent(10);
        peer.runTo(150);
        acknowledge(1, 1001, 2001);
        peer.skip();
        peer.runTo(700);
        assertEquals(Phase.LOSS, phase());
        peer.skip();
        acknowledge(2001);

        peer.expect("700 . 2001:3001(1000) ack 1 win 64240", "700 . 3001:4001(1000) ack 1 win 64240");
    }

    @Test
    void whatThePeerGivesUpAgainIsSentAgainInTheEnd() throws SocketError {
        sent(4);
        peer.runTo(200);
        acknowledge(1, 1001, 4001);
        peer.expect("200 . 1:1001(1000) ack 1 win 64240");
        peer.runTo(300);
        // It acknowledges the first, but not what it said to have.
        acknowledge(1001);
        peer.runTo(360);

        peer.expect("350 . 1001:2001(1000) ack 1 win 64240");
        assertEquals(0, info(Field.SACKED));
        assertEquals(Phase.LOSS, phase());
    }

    @Test
    void smallSegmentsAreSentAgainAsOne() throws SocketError {
        sent(0);
        socket.set(SocketOption.NO_DELAY, 1);
        peer.write(socket, 100);
        peer.write(socket, 200);
        peer.write(socket, 800);
        socket.shutdownOutput();
        peer.skip();
        peer.runTo(1000);

        peer.expect("302 F. 1101:1101(0) ack 1 win 64240", "602 P. 1:301(300) ack 1 win 64240");
        acknowledge(301);
        peer.expect("1000 FP. 301:1101(800) ack 1 win 64240");
    }

    @Test
    void implausibleBlocksAreIgnored() throws SocketError {
        sent(4);
        peer.runTo(200);
        acknowledge(1, 5001, 6001);
        acknowledge(1, 3001, 2001);
        acknowledge(1, 1, 3001);
        acknowledge(1, -50_000, -40_000);

        assertEquals(0, info(Field.SACKED));
        peer.expectNothing();
    }

    @Test
    void aWindowThatIsNotFilledDoesNotGrow() throws SocketError {
        sent(4);
        peer.runTo(200);
        acknowledge(4001);

        assertEquals(10, info(Field.SND_CWND));
    }

    @Test
    void aWindowThatIsHalfFilledInSlowStartDoublesWhatIsUsed() throws SocketError {
        sent(6);
        peer.runTo(200);
        acknowledge(2001);
        acknowledge(4001);
        acknowledge(6001);

        assertEquals(12, info(Field.SND_CWND));
    }

    @Test
    void theTimeIsCountedInWhichTheSenderIsBusyAndHeldBack() throws SocketError {
        sent(0);
        peer.runTo(500);
        peer.write(socket, 2000);
        peer.runTo(600);
        assertEquals(100_000, info(Field.BUSY_TIME));
        peer.send(".", 1, 0, 2001, 500);
        assertEquals(100_000, info(Field.BUSY_TIME));
        peer.runTo(700);
        peer.write(socket, 1000);
        peer.runTo(750);
        peer.send(".", 1, 0, 2001, 60_000);
        peer.runTo(850);

        assertEquals(100_000 + 50_000 + 100_000, info(Field.BUSY_TIME));
        assertEquals(50_000, info(Field.RWND_LIMITED));
        assertEquals(0, info(Field.SNDBUF_LIMITED));
    }
}
