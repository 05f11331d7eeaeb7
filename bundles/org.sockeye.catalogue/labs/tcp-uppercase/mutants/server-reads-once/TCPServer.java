// Takes what one read() returns for the whole line.
// Must fail: serverWaitsForTheWholeLine

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends every line that it gets back in capitals. */
public class TCPServer {

    private static final int PORT = 6789;

    public static void main(String[] args) throws IOException {
        try (ServerSocket welcome = new ServerSocket(PORT)) {
            while (true) {
                try (Socket connection = welcome.accept()) {
                    serve(connection);
                } catch (IOException e) {
                    // one client's trouble must not end the service for the others
                    System.err.println("A client was lost: " + e.getMessage());
                }
            }
        }
    }

    private static void serve(Socket connection) throws IOException {
        byte[] buffer = new byte[4096];
        int length = connection.getInputStream().read(buffer);
        OutputStream out = connection.getOutputStream();
        if (length > 0) {
            String line = new String(buffer, 0, length, StandardCharsets.UTF_8).trim();
            out.write((line.toUpperCase(Locale.ROOT) + '\n').getBytes(StandardCharsets.UTF_8));
        }
    }
}
