package org.sockeye.labs.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.labs.report.CheckResult;
import org.sockeye.labs.report.CheckResult.Status;

/** What a check can do on its stage, against a server that sends back each line it gets. */
class StageTest {

    private static final String ECHO = """
            var listening = new java.net.ServerSocket(7000);
            while (true) {
                try (var peer = listening.accept()) {
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(peer.getInputStream()));
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        peer.getOutputStream().write((line + "\\n").getBytes());
                    }
                    System.out.println("the end");
                } catch (java.io.IOException e) {
                    System.out.println(e.getMessage());
                }
            }""";

    private static final String DATAGRAM_ECHO = """
            var socket = new java.net.DatagramSocket(7000);
            while (true) {
                var packet = new java.net.DatagramPacket(new byte[100], 100);
                socket.receive(packet);
                socket.send(packet);
            }""";

    @TempDir
    Path temp;

    @Test
    void aPeerSendsReceivesAndCloses() throws Exception {
        assertPasses(
                """
                        var server = stage.start("server").expectTcpPort(7000);
                        var client = stage.tcpPeer("client").connect("server", 7000);
                        client.sendInPieces("in pie", "ces\\nand").expectLine("in pieces").expectNothingFor(Duration.ofSeconds(5));
                        client.send(" more\\n").expectLine("and more").close();
                        server.expectPrints("the end").expectStillRunsAfter(Duration.ofMinutes(5));""",
                ECHO);
    }

    @Test
    void aPeerThatResetsIsSeenAsAReset() throws Exception {
        assertPasses("""
                var server = stage.start("server");
                stage.tcpPeer("client").connect("server", 7000).send("x").reset();
                server.expectPrints("Connection reset");""", ECHO);
    }

    @Test
    void packetsAreCountedComparedAndFiltered() throws Exception {
        assertPasses("""
                stage.start("server");
                stage.tcpPeer("client").connect("server", 7000).send("one\\n").expectLine("one");
                stage.packets().expect(1, PacketMatch.tcp(PacketMatch.flag("syn"), PacketMatch.noFlag("ack")))
                        .expect(1, PacketMatch.filter("tcp.flags.syn == 1 && tcp.flags.ack == 0"))
                        .expectInOrder(PacketMatch.tcp(PacketMatch.toPort(7000), PacketMatch.carrying("one\\n")),
                                PacketMatch.tcp(PacketMatch.fromPort(7000), PacketMatch.carrying("one\\n")))
                        .expectSome(PacketMatch.filter("arp")).expect(0, PacketMatch.udp());""", ECHO);
    }

    @Test
    void packetsInTheWrongOrderFail() throws Exception {
        CheckResult result = check(
                """
                        stage.start("server");
                        stage.tcpPeer("client").connect("server", 7000).send("one\\n").expectLine("one");
                        stage.packets().expectInOrder(PacketMatch.tcp(PacketMatch.carryingBytes()), PacketMatch.tcp(PacketMatch.flag("syn")));
                        """,
                ECHO);
        assertEquals(Status.FAILED, result.status());
        assertTrue(result.story().contains("TCP segment with SYN after TCP segment with payload"), result.story());
        assertTrue(result.story().contains("it came earlier"), result.story());
    }

    @Test
    void aFilterThatCannotBeReadIsTheChecksFault() throws Exception {
        assertEquals(Status.BROKEN,
                check("stage.packets().expectSome(PacketMatch.filter(\"tcp.port ==\"));", ECHO).status());
    }

    @Test
    void aChosenSegmentIsLostAndSentAgain() throws Exception {
        assertPasses("""
                stage.start("server");
                var client = stage.tcpPeer("client").connect("server", 7000);
                stage.lose("r1-s2", 1, PacketMatch.tcp(PacketMatch.toPort(7000), PacketMatch.carryingBytes()));
                client.send("again\\n").expectLine("again");
                stage.packets().expect(2, PacketMatch.tcp(PacketMatch.toPort(7000), PacketMatch.carrying("again\\n")));
                """, ECHO);
    }

    @Test
    void aNetworkThatLosesEverythingConnectsNobody() throws Exception {
        CheckResult result = check("""
                stage.everyLink("every link loses everything", link -> link.withLoss(1));
                stage.start("server");
                stage.tcpPeer("client").connect("server", 7000);""", ECHO);
        assertEquals(Status.FAILED, result.status());
        assertTrue(result.story().contains("every link loses everything"), result.story());
    }

    @Test
    void datagramsGoThereAndBack() throws Exception {
        assertPasses("""
                stage.start("server").expectUdpPort(7000);
                var client = stage.udpPeer("client");
                client.send("ping", "server", 7000).expect("ping").expectFromPort(7000);
                client.send("pong\\n", "server", 7000).expectLine("pong").expectNothingFor(Duration.ofSeconds(1));
                stage.packets().expect(4, PacketMatch.udp());""", DATAGRAM_ECHO);
    }

    @Test
    void somethingWhereNothingIsExpectedFails() throws Exception {
        CheckResult result = check("""
                stage.start("server");
                stage.udpPeer("client").send("ping", "server", 7000).expectNothingFor(Duration.ofSeconds(1));""",
                DATAGRAM_ECHO);
        assertEquals(Status.FAILED, result.status());
        assertTrue(result.story().contains("got \"ping\""), result.story());
        assertEquals("Server.java:7", result.place());
    }

    private void assertPasses(String body, String main) throws Exception {
        CheckResult result = check(body, main);
        assertEquals(Status.PASSED, result.status(), result.story());
    }

    private CheckResult check(String body, String main) throws Exception {
        return TinyLab.with(temp, "@Check(title = \"T\") void check(Stage stage) {\n" + body + "\n}").only(main);
    }
}
