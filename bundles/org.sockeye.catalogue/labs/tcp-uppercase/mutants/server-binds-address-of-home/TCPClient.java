import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends a line from the keyboard to the server, and prints the line that comes back. */
public class TCPClient {

    private static final String SERVER = "localhost";
    private static final int PORT = 6789;

    public static void main(String[] args) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));
        String sentence = keyboard.readLine();
        if (sentence == null) {
            return;
        }
        try (Socket socket = new Socket(SERVER, PORT)) {
            OutputStream out = socket.getOutputStream();
            out.write((sentence + '\n').getBytes(StandardCharsets.UTF_8));
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            System.out.println("FROM SERVER: " + in.readLine());
        }
    }
}
