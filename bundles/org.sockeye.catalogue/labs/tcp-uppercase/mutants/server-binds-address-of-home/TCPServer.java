// Binds the address that its author had at home.
// Must fail: serverWaitsForClients, serverAnswersInCapitals, serverWaitsForTheWholeLine,
// serverServesOneClientAfterAnother, theyTalkOverTheNetwork, theyBearLoss

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends every line that it gets back in capitals. */
public class TCPServer {

    private static final int PORT = 6789;

    public static void main(String[] args) throws IOException {
        try (ServerSocket welcome = new ServerSocket(PORT, 50, InetAddress.getByName("192.168.178.20"))) {
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
        BufferedReader in = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = connection.getOutputStream();
        String line = in.readLine();
        if (line != null) {
            out.write((line.toUpperCase(Locale.ROOT) + '\n').getBytes(StandardCharsets.UTF_8));
        }
    }
}
