package org.sockeye.drill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Scripts that pass are worth something only if they fail when TCP is wrong: each fault is noticed, and named. */
class BrokenTcpTest {

    private static final String TCP = "transport.tcp.";

    private static final List<Fault> FAULTS = List.of(
            Fault.constant("no PSH at a write's end", TCP + "SendBuffer.endsMessage", 0, "no-delay",
                    "flags . instead of P."),
            Fault.constant("no Nagle", TCP + "Sender.isHeldByNagle", 0, "nagle",
                    "> P. 101:401(300) ack 1: time:"),
            Fault.silent("no backing off of the time-out", TCP + "RoundTrip.backOff", "retransmission-backoff",
                    "time:"),
            Fault.constant("a probe after a hundredth of a second", TCP + "TailLossProbe.delay", 10_000_000,
                    "tail-loss-probe", "time:"),
            Fault.silent("no challenge", TCP + "Arrival.challenge", "syn-is-challenged", "expected > . 1:1(0) ack 1"),
            Fault.constant("every number is acceptable", TCP + "Receiver.isAcceptable", 1,
                    "reset-in-window-is-challenged", "flags . instead of P."),
            Fault.silent("duplicates are not counted", TCP + "Losses.countDuplicate", "fast-retransmit-without-sack",
                    "> . 1:1001(1000) ack 1: time:"),
            Fault.constant("selective acknowledgments are not read", TCP + "Scoreboard.take", 0, "sack-recovery",
                    "> . 1:1001(1000)"),
            Fault.constant("no tail loss probe", TCP + "RetransmissionTimer.awaitProbe", 0, "tail-loss-probe", "time:"),
            Fault.silent("no reordering timer", TCP + "RetransmissionTimer.awaitReordering", "rack-reordering-timer",
                    "1:1001(1000)"),
            Fault.constant("Reno does not halve", TCP + "congestion.Reno.thresholdAfterLoss", 10, "reno-halves",
                    "tcpi_snd_ssthresh == 5, got 10"),
            Fault.constant("CUBIC does not shrink", TCP + "congestion.Cubic.thresholdAfterLoss", 10, "sack-recovery",
                    "tcpi_snd_cwnd == 7"),
            Fault.constant("no slow start", TCP + "congestion.CongestionWindow.slowStart", 0, "initial-window",
                    "instead of 10001:14001(4000)"),
            Fault.constant("every acknowledgment at once", TCP + "Acknowledging.isNow", 1, "delayed-acknowledgment",
                    "ack 1 instead of 101"),
            Fault.constant("every acknowledgment late", TCP + "Acknowledging.isNow", 0, "handshake-server",
                    "ack 1001 at 0.150000 s, got no packet"),
            Fault.silent("what arrives beyond a gap is not told", TCP + "SelectiveBlocks.beyond", "sack-generation",
                    "instead of <nop,nop,sack 1001:2001>"),
            Fault.silent("no probe of a closed window", TCP + "ZeroWindowProbe.start", "zero-window-probe",
                    "1000:1000(0)"),
            Fault.silent("SYN is sent but once", TCP + "Handshake.expired", "syn-retransmission", "got no packet"),
            Fault.silent("SYN-ACK is not repeated", TCP + "Handshake.repeat", "syn-ack-retransmission", "time:"),
            Fault.silent("no SYN is taken while connecting", TCP + "Connection.synArrived", "simultaneous-open",
                    "> S. 0:0(0)"),
            Fault.silent("no reset at a hard close", TCP + "Connection.sendReset", "linger-zero-resets",
                    "got no packet"),
            Fault.silent("nobody is refused", TCP + "Refusal.send", "port-closed", "got no packet"),
            Fault.constant("the peer's scale is ignored", TCP + "Agreement.peerScale", 0, "window-scale",
                    "instead of 1:4001(4000)"),
            Fault.constant("no scale is granted", TCP + "SocketOptions.windowScale", 0, "handshake-server",
                    "options <mss 1460,nop,wscale 0>"),
            Fault.constant("the peer's segment size is ignored", TCP + "Agreement.segment", 1460, "handshake-client",
                    "instead of 1:1201(1200)"),
            Fault.constant("the peer's FIN is not seen", TCP + "Receiver.isAtFin", 0, "half-close",
                    "ack 501 instead of 502"),
            Fault.silent("ICMP is not heard", TCP + "TcpTransport.unreachable", "unreachable-while-connecting",
                    "connect"),
            Fault.constant("clients are taken in before they say anything", TCP + "Handshake.defers", 0, "defer-accept",
                    "accept to return -1 EAGAIN"),
            Fault.constant("the backlog never ends", TCP + "Listener.isFull", 0, "backlog-overflow", "time:"),
            Fault.constant("challenges without end", TCP + "ChallengeQuota.take", 1, "challenge-limit", "ack 1"),
            Fault.constant("lost SYNs do not matter", TCP + "Handshake.isPathCongested", 0, "syn-loss-window",
                    "tcpi_snd_cwnd == 1"),
            Fault.constant("little room is told of", TCP + "ReceiveWindow.wanted", 900, "receiver-silly-window", "win"),
            Fault.constant("TIME-WAIT gives way at once", TCP + "Connection.givesWay", 1, "time-wait-reuse-connect",
                    "connect to return -1 EADDRNOTAVAIL"),
            Fault.silent("the last timestamp is forgotten", TCP + "TimestampClock.follow", "time-wait-reuse-connect",
                    "ecr 0"),
            Fault.silent("nobody is told of shut ports", "network.Ipv4.portUnreachable", "datagram-refused",
                    "got no packet"),
            Fault.silent("nobody is told of shut ports of IPv6", "network.Ipv6.portUnreachable", "datagram-refused-six",
                    "got no packet"),
            Fault.silent("records do not end", TCP + "SendBuffer.endRecord", "record-ends",
                    "instead of 10001:10501(500)"),
            Fault.constant("however much may wait", TCP + "SendSpace.limit", Integer.MAX_VALUE, "unsent-low-water",
                    "write to return 26000"),
            Fault.constant("the send buffer has no end", TCP + "SendSpace.memory", 0, "send-buffer",
                    "send to return 30000"),
            Fault.constant("a writer hears of every little room", TCP + "SendSpace.isWritable", 1, "unsent-low-water",
                    "poll"),
            Fault.silent("the receive buffer does not grow", TCP + "Receiver.makeRoom", "buffer-grows-beyond-gap",
                    "SK_MEMINFO_RCVBUF > 131072"),
            Fault.constant("CUBIC knows no curve", TCP + "congestion.Cubic.everyOnCurve", 1000, "cubic-growth",
                    "tcpi_snd_cwnd == 9"),
            Fault.silent("nothing is sent in proportion", TCP + "Reduction.acknowledged", "proportional-reduction",
                    "> . 12001:13001(1000) ack 1: time:"),
            Fault.constant("TIME-WAIT keeps its port", TCP + "Connection.givesWayTo", 0, "time-wait-reuse",
                    "> S. 0:0(0)"));

    @TestFactory
    Stream<DynamicTest> theFaultIsNoticedForWhatItIs() throws IOException {
        List<Path> scripts = Scripts.all();
        return FAULTS.stream().map(fault -> DynamicTest.dynamicTest(fault.what(), () -> {
            String name = fault.script() + ".pkt";
            Path script = scripts.stream().filter(path -> path.getFileName().toString().equals(name)).findFirst()
                    .orElseThrow(() -> new IOException("no script " + name));
            String report = new BrokenStack(fault).report(name, Scripts.text(script));
            assertTrue(report.startsWith("FAIL " + name + ":") && report.contains(fault.sign()), report);
        }));
    }

    @Test
    void thereAreAtLeastTwenty() {
        assertTrue(FAULTS.stream().map(Fault::what).distinct().count() >= 20);
    }
}
