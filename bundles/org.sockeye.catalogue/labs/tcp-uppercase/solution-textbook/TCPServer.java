import java.io.*;
import java.net.*;

// Right in the way of many course books: a byte a write, and no connection is ever closed.
class TCPServer {

    public static void main(String argv[]) throws Exception {
        ServerSocket listening = new ServerSocket(6789);
        while (true) {
            Socket client = listening.accept();
            BufferedReader fromClient = new BufferedReader(new InputStreamReader(client.getInputStream()));
            DataOutputStream toClient = new DataOutputStream(client.getOutputStream());
            String asked = fromClient.readLine();
            String answer = asked.toUpperCase() + '\n';
            toClient.writeBytes(answer);
        }
    }
}
