import java.net.Socket;

/** Sends a line from the keyboard to the server, and prints the line that comes back. */
public class TCPClient {

    public static void main(String[] args) throws Exception {
        // Step 1: read one line from the keyboard, System.in.

        // Step 2: connect to "localhost", port 6789.

        // Step 3: send the line, with '\n' at its end.

        // Step 4: read the line that the server sends back.

        // Step 5: print "FROM SERVER: " and that line.

        // Step 6: close the socket.
    }
}
