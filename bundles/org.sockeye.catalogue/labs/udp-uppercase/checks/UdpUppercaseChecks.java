import static org.sockeye.labs.check.PacketMatch.fromHost;
import static org.sockeye.labs.check.PacketMatch.tcp;
import static org.sockeye.labs.check.PacketMatch.toPort;
import static org.sockeye.labs.check.PacketMatch.udp;

import java.time.Duration;
import org.sockeye.labs.check.Check;
import org.sockeye.labs.check.Hint;
import org.sockeye.labs.check.Stage;
import org.sockeye.labs.check.StudentProgram;
import org.sockeye.labs.check.UdpPeer;

/**
 * What UDPServer and UDPClient must do. Texts are ASCII: which charset a program uses is not this lab's subject, nor
 * are lost datagrams. Zeros behind a text cost the two checks that ask for them, and no other.
 */
class UdpUppercaseChecks {

    private static final int PORT = 9876;
    private static final String LONG_LINE =
            "a long line has many words in it and still fits one datagram ".repeat(16).strip();

    @Check(points = 1, title = "The server waits for datagrams on UDP port 9876, until it is stopped")
    @Hint("Make the socket with new DatagramSocket(9876), and call receive() in a loop that never ends.")
    void serverWaitsForDatagrams(Stage stage) {
        StudentProgram server = stage.start("server");
        server.expectUdpPort(PORT);
        server.expectStillRunsAfter(Duration.ofMinutes(1));
    }

    @Check(points = 2, title = "The server sends a text back in capitals, from its port")
    @Hint({"Send to getAddress() and getPort() of the packet that arrived, with the same socket.",
            "toUpperCase() makes a new String; the old one stays as it is."})
    void serverAnswersInCapitals(Stage stage) {
        stage.start("server");
        UdpPeer client = stage.udpPeer("client");
        client.send("hello", "server", PORT).expectText("HELLO").expectFromPort(PORT);
    }

    @Check(points = 1, title = "The server's answer is the capitals and not one byte more")
    @Hint("The buffer is bigger than the datagram: new String(data, 0, packet.getLength()).")
    void serverAnswersNothingElse(Stage stage) {
        stage.start("server");
        UdpPeer client = stage.udpPeer("client");
        client.send("exactly", "server", PORT).expect("EXACTLY").expectNothingFor(Duration.ofSeconds(2));
    }

    @Check(points = 2, title = "The server answers a short text after a long one, and nothing of the long one is left")
    @Hint({"A buffer that is used again still holds the last datagram. Take getLength() bytes of it.",
            "A DatagramPacket that is used again keeps the length of the last datagram as its limit; make a new one, or"
                    + " setLength() it."})
    void serverForgetsTheLastText(Stage stage) {
        stage.start("server");
        UdpPeer client = stage.udpPeer("client");
        client.send("a long one", "server", PORT).expectText("A LONG ONE");
        client.send("tiny", "server", PORT).expectText("TINY");
        client.send("long again", "server", PORT).expectText("LONG AGAIN");
    }

    @Check(points = 2, title = "The server answers everybody who asks, each at their own port")
    @Hint("Every datagram may come from somebody else: ask it for getAddress() and getPort() each time.")
    void serverAnswersEverybody(Stage stage) {
        stage.start("server");
        UdpPeer one = stage.udpPeer("client");
        UdpPeer other = stage.udpPeer("client");
        one.send("one", "server", PORT).expectText("ONE");
        other.send("other", "server", PORT).expectText("OTHER");
        one.send("one more", "server", PORT).expectText("ONE MORE");
        other.expectNothingFor(Duration.ofSeconds(2));
    }

    @Check(points = 1, title = "The server takes a long line whole")
    @Hint("What does not fit the buffer of the DatagramPacket is thrown away. Make it at least 1024 bytes.")
    void serverTakesALongLine(Stage stage) {
        stage.start("server");
        stage.udpPeer("client").send(LONG_LINE, "server", PORT).expectText(LONG_LINE.toUpperCase());
    }

    @Check(points = 2, title = "The client sends the line that was typed, in one datagram")
    @Hint({"sentence.getBytes() are the bytes to send; the length of the packet is the length of that array.",
            "Send to InetAddress.getByName(\"localhost\"), port 9876."})
    void clientSendsTheLine(Stage stage) {
        UdpPeer server = stage.udpPeer("server", PORT);
        stage.startAndType("client", "typed at the keyboard");
        server.expectLine("typed at the keyboard").answer("THANKS").expectNothingFor(Duration.ofSeconds(2));
    }

    @Check(points = 2, title = "The client prints what the server answered")
    @Hint("Print \"FROM SERVER: \" and the text of the datagram that was received, whatever it says.")
    void clientPrintsTheAnswer(Stage stage) {
        UdpPeer server = stage.udpPeer("server", PORT);
        StudentProgram client = stage.startAndType("client", "what is the answer");
        server.expectSomething().answer("SOMETHING ELSE, FROM THE CHECK");
        client.expectPrints("FROM SERVER: SOMETHING ELSE, FROM THE CHECK");
    }

    @Check(points = 1, title = "The client prints the text and not the rest of its buffer")
    @Hint("A String of the whole buffer ends in a thousand NULs: new String(data, 0, packet.getLength()).")
    void clientPrintsNothingElse(Stage stage) {
        UdpPeer server = stage.udpPeer("server", PORT);
        StudentProgram client = stage.startAndType("client", "a short one");
        server.expectSomething().answer("SHORT");
        client.expectPrints("FROM SERVER: SHORT").expectNeverPrinted(0, "NUL");
    }

    @Check(points = 1, title = "The client takes a long answer whole")
    @Hint("What does not fit the buffer of the DatagramPacket is thrown away. Make it at least 1024 bytes.")
    void clientTakesALongAnswer(Stage stage) {
        UdpPeer server = stage.udpPeer("server", PORT);
        StudentProgram client = stage.startAndType("client", "tell me more");
        server.expectSomething().answer(LONG_LINE);
        client.expectPrints("FROM SERVER: " + LONG_LINE);
    }

    @Check(points = 2, title = "Both together: one datagram asks, the answer comes back, and the client ends")
    @Hint("Run both and look at the packets: UDP needs two in all. After its answer the client has nothing more to do.")
    void theyTalkOverTheNetwork(Stage stage) {
        stage.start("server").expectUdpPort(PORT);
        StudentProgram client = stage.startAndType("client", "hello from the other side");
        client.expectPrints("FROM SERVER: HELLO FROM THE OTHER SIDE").expectEnds();
        stage.packets().expect(1, udp(fromHost("client"), toPort(PORT))).expect(0, tcp());
    }
}
