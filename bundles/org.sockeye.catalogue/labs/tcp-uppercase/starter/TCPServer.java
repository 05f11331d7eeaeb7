import java.net.ServerSocket;
import java.net.Socket;

/** Sends every line that it gets back in capitals. */
public class TCPServer {

    public static void main(String[] args) throws Exception {
        // Step 1: make a ServerSocket on port 6789.

        // Step 2: for ever, accept a connection ...

        // Step 3: ... read one line from it ...

        // Step 4: ... and send the line back in capitals, with '\n' at its end.
    }
}
