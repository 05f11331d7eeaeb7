import java.net.DatagramPacket;
import java.net.DatagramSocket;

/** Sends the text of every datagram back in capitals. */
public class UDPServer {

    public static void main(String[] args) throws Exception {
        // Step 1: make a DatagramSocket on port 9876.

        // Step 2: for ever, receive a datagram ...

        // Step 3: ... make a String of the bytes that arrived, getLength() of them ...

        // Step 4: ... and send it in capitals to where the datagram came from.
    }
}
