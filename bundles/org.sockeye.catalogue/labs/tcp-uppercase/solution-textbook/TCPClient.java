import java.io.*;
import java.net.*;

// Right in the way of many course books: a prompt, a byte a write, and no space behind the colon.
class TCPClient {

    public static void main(String argv[]) throws Exception {
        System.out.print("A line, please: ");
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));
        Socket toServer = new Socket("localhost", 6789);
        DataOutputStream out = new DataOutputStream(toServer.getOutputStream());
        BufferedReader in = new BufferedReader(new InputStreamReader(toServer.getInputStream()));
        String typed = keyboard.readLine();
        out.writeBytes(typed + '\n');
        String answer = in.readLine();
        System.out.println("FROM SERVER:" + answer);
        toServer.close();
    }
}
