import static org.sockeye.labs.check.PacketMatch.carryingBytes;
import static org.sockeye.labs.check.PacketMatch.flag;
import static org.sockeye.labs.check.PacketMatch.fromHost;
import static org.sockeye.labs.check.PacketMatch.fromPort;
import static org.sockeye.labs.check.PacketMatch.noFlag;
import static org.sockeye.labs.check.PacketMatch.tcp;
import static org.sockeye.labs.check.PacketMatch.toPort;

import java.time.Duration;
import org.sockeye.labs.check.Check;
import org.sockeye.labs.check.Hint;
import org.sockeye.labs.check.Stage;
import org.sockeye.labs.check.StudentProgram;
import org.sockeye.labs.check.TcpPeer;
import org.sockeye.labs.check.TcpPeerServer;

/**
 * What TCPServer and TCPClient must do. Texts are ASCII: which charset a program uses is not this lab's subject.
 * Whether the server closes a connection, and whether it takes more than one line from it, is not asked for either.
 */
class TcpUppercaseChecks {

    private static final int PORT = 6789;

    @Check(points = 1, title = "The server waits for connections on TCP port 6789, until it is stopped")
    @Hint("Make the ServerSocket with new ServerSocket(6789), and call accept() in a loop that never ends.")
    void serverWaitsForClients(Stage stage) {
        StudentProgram server = stage.start("server");
        server.expectTcpPort(PORT);
        server.expectStillRunsAfter(Duration.ofMinutes(1));
    }

    @Check(points = 2, title = "The server sends a line back in capitals")
    @Hint({"Read the line with BufferedReader.readLine() and send line.toUpperCase() + '\\n'.",
            "Does what you write leave the program? BufferedWriter and PrintWriter keep it until flush()."})
    void serverAnswersInCapitals(Stage stage) {
        stage.start("server");
        TcpPeer client = stage.tcpPeer("client").connect("server", PORT);
        client.send("hello, network\n").expectLine("HELLO, NETWORK").close();
    }

    @Check(points = 2, title = "The server waits until a line is whole, however many pieces it comes in")
    @Hint({"One read() returns what has arrived so far, which may be half a line.",
            "Read on until the '\\n' is there; BufferedReader.readLine() does just that."})
    void serverWaitsForTheWholeLine(Stage stage) {
        stage.start("server");
        TcpPeer client = stage.tcpPeer("client").connect("server", PORT);
        client.sendInPieces("one line", " in thr", "ee pieces");
        client.expectNothingFor(Duration.ofSeconds(2));
        client.send("\n").expectLine("ONE LINE IN THREE PIECES").close();
    }

    @Check(points = 2, title = "The server serves one client after the other")
    @Hint("accept() must be inside the loop: every client gets a connection of its own.")
    void serverServesOneClientAfterAnother(Stage stage) {
        StudentProgram server = stage.start("server");
        for (String word : new String[] {"first", "second", "third"}) {
            TcpPeer client = stage.tcpPeer("client").connect("server", PORT);
            client.send(word + "\n").expectLine(word.toUpperCase()).close();
        }
        server.expectStillRunsAfter(Duration.ofSeconds(10));
    }

    @Check(points = 2, title = "The client sends the line that was typed, with its end")
    @Hint({"The server knows that the line is whole by its '\\n'; readLine() took that away, so add it again.",
            "Connect with new Socket(\"localhost\", 6789)."})
    void clientSendsTheLine(Stage stage) {
        TcpPeerServer server = stage.tcpServer("server", PORT);
        stage.startAndType("client", "typed at the keyboard");
        server.expectConnection().expectLine("typed at the keyboard").send("THANKS\n");
    }

    @Check(points = 2, title = "The client prints what the server answered")
    @Hint("Print \"FROM SERVER: \" and the line that came from the socket, whatever it says.")
    void clientPrintsTheAnswer(Stage stage) {
        TcpPeerServer server = stage.tcpServer("server", PORT);
        StudentProgram client = stage.startAndType("client", "what is the answer");
        server.expectConnection().expectSomething().send("SOMETHING ELSE, FROM THE CHECK\n");
        client.expectPrints("FROM SERVER: SOMETHING ELSE, FROM THE CHECK");
    }

    @Check(points = 2, title = "The client waits until the answer is whole")
    @Hint("One read() may return a part of the answer. Read on until the '\\n' is there.")
    void clientWaitsForTheWholeAnswer(Stage stage) {
        TcpPeerServer server = stage.tcpServer("server", PORT);
        StudentProgram client = stage.startAndType("client", "take your time");
        server.expectConnection().expectSomething().sendInPieces("IT COM", "ES IN ", "PIECES\n");
        client.expectPrints("FROM SERVER: IT COMES IN PIECES");
    }

    @Check(points = 1, title = "The client ends once it has its answer, and with it the connection")
    @Hint("After one answer the client's work is done: close the socket and let main() return.")
    void clientEnds(Stage stage) {
        TcpPeerServer server = stage.tcpServer("server", PORT);
        StudentProgram client = stage.startAndType("client", "one question");
        TcpPeer connection = server.expectConnection();
        connection.expectSomething().send("ONE ANSWER\n");
        client.expectEnds();
        connection.expectEndAfterAnything();
    }

    @Check(points = 2, title = "Both together: one connection is opened, and the line comes back over it in capitals")
    @Hint("Run both and look at the packets: SYN, SYN ACK, ACK, the line, the capitals.")
    void theyTalkOverTheNetwork(Stage stage) {
        stage.start("server").expectTcpPort(PORT);
        StudentProgram client = stage.startAndType("client", "hello from the other side");
        client.expectPrints("FROM SERVER: HELLO FROM THE OTHER SIDE").expectEnds();
        stage.packets().expect(1, tcp(fromHost("client"), toPort(PORT), flag("syn"), noFlag("ack")));
        stage.packets().expectInOrder(
                tcp(toPort(PORT), flag("syn"), noFlag("ack")),
                tcp(fromPort(PORT), flag("syn"), flag("ack")),
                tcp(toPort(PORT), noFlag("syn"), flag("ack")),
                tcp(toPort(PORT), carryingBytes()),
                tcp(fromPort(PORT), carryingBytes()));
    }

    @Check(points = 2, title = "Both together on a bad network: TCP repeats what is lost, and they wait for it")
    @Hint("TCP repeats a lost segment after a while, and waits twice as long each time. A short time-out is up first.")
    void theyBearLoss(Stage stage) {
        stage.lose("r1-s2", 3, tcp(toPort(PORT), carryingBytes()));
        stage.lose("r1-s2", 1, tcp(fromPort(PORT), carryingBytes()));
        stage.start("server").expectTcpPort(PORT);
        StudentProgram client = stage.startAndType("client", "even if some of it is lost");
        client.expectPrints("FROM SERVER: EVEN IF SOME OF IT IS LOST");
    }
}
