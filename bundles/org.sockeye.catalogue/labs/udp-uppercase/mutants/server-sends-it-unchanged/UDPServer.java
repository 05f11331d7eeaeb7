// Calls toUpperCase() and forgets what it returns.
// Must fail: serverAnswersInCapitals, serverAnswersNothingElse, serverForgetsTheLastText,
// serverAnswersEverybody, serverTakesALongLine, theyExchangeTwoDatagrams

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends the text of every datagram back in capitals. */
public class UDPServer {

    private static final int PORT = 9876;

    public static void main(String[] args) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(PORT)) {
            while (true) {
                DatagramPacket question = new DatagramPacket(new byte[2048], 2048);
                socket.receive(question);
                String text = new String(question.getData(), 0, question.getLength(), StandardCharsets.UTF_8);
                text.toUpperCase(Locale.ROOT);
                byte[] capitals = text.getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(capitals, capitals.length, question.getAddress(), question.getPort()));
            }
        }
    }
}
