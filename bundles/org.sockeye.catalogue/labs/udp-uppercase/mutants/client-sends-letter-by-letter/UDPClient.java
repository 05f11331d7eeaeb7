// Sends a datagram for each letter.
// Must fail: clientSendsTheLine, theyTalkOverTheNetwork

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** Sends a line from the keyboard to the server, and prints the text that comes back. */
public class UDPClient {

    private static final String SERVER = "localhost";
    private static final int PORT = 9876;

    public static void main(String[] args) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));
        String sentence = keyboard.readLine();
        if (sentence == null) {
            return;
        }
        try (DatagramSocket socket = new DatagramSocket()) {
            byte[] bytes = sentence.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                socket.send(new DatagramPacket(bytes, i, 1, InetAddress.getByName(SERVER), PORT));
            }
            DatagramPacket answer = new DatagramPacket(new byte[1024], 1024);
            socket.receive(answer);
            String text = new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
            System.out.println("FROM SERVER: " + text);
        }
    }
}
