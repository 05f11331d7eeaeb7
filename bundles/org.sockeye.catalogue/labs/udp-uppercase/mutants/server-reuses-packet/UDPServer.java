// Answers in the packet that it receives with, so its buffer becomes as short as the last answer.
// Must fail: serverForgetsTheLastText, serverAnswersEverybody

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
            DatagramPacket question = new DatagramPacket(new byte[1024], 1024);
            while (true) {
                socket.receive(question);
                String text = new String(question.getData(), 0, question.getLength(), StandardCharsets.UTF_8);
                byte[] capitals = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
                question.setData(capitals);
                socket.send(question);
            }
        }
    }
}
