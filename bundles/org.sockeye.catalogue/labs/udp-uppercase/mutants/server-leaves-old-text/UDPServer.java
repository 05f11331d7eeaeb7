// Trims the zeros of a buffer that it uses again, so what was left of a long text follows a short one.
// Must fail: serverForgetsTheLastText

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
            byte[] buffer = new byte[1024];
            while (true) {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                String text = new String(question.getData(), StandardCharsets.UTF_8).trim();
                byte[] capitals = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(capitals, capitals.length, question.getAddress(), question.getPort()));
            }
        }
    }
}
