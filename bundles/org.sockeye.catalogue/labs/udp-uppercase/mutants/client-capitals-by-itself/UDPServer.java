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
                DatagramPacket question = new DatagramPacket(new byte[1024], 1024);
                socket.receive(question);
                String text = new String(question.getData(), 0, question.getLength(), StandardCharsets.UTF_8);
                byte[] capitals = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(capitals, capitals.length, question.getAddress(), question.getPort()));
            }
        }
    }
}
