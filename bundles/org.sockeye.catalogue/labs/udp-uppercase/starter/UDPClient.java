import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Sends a line from the keyboard to the server, and prints the text that comes back. */
public class UDPClient {

    public static void main(String[] args) throws Exception {
        // Step 1: read one line from the keyboard, System.in.

        // Step 2: make a DatagramSocket.

        // Step 3: send the line in one datagram to "localhost", port 9876.

        // Step 4: receive one datagram.

        // Step 5: print "FROM SERVER: " and its text, getLength() bytes of it.

        // Step 6: close the socket.
    }
}
