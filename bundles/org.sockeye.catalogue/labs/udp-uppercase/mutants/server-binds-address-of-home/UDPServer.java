// Binds the address that its author had at home.
// Must fail: serverWaitsForDatagrams, serverAnswersInCapitals, serverAnswersNothingElse,
// serverForgetsTheLastText, serverAnswersEverybody, serverTakesALongLine, theyTalkOverTheNetwork

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends the text of every datagram back in capitals. */
public class UDPServer {

    private static final int PORT = 9876;

    public static void main(String[] args) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(PORT, InetAddress.getByName("192.168.178.20"))) {
            while (true) {
                DatagramPacket question = new DatagramPacket(new byte[1024], 1024);
                socket.receive(question);
                String text = new String(question.getData(), 0, question.getLength(), StandardCharsets.UTF_8);
                byte[] capitals = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(capitals, capitals.length, question.getAddress(), question.getPort()));
            }
        }
    }
}
