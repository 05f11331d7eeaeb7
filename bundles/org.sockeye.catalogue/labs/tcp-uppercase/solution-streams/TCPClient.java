import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Scanner;

/** Right with a buffer that is read until the line is whole; ends by System.exit, without closing anything. */
public class TCPClient {
    public static void main(String[] args) {
        try {
            Socket s = new Socket();
            String sentence = new Scanner(System.in).nextLine();
            s.connect(new java.net.InetSocketAddress("localhost", 6789), 30000);
            OutputStream os = s.getOutputStream();
            os.write(sentence.getBytes());
            os.write('\n');
            os.flush();
            InputStream is = s.getInputStream();
            byte[] buffer = new byte[100];
            String answer = "";
            while (!answer.contains("\n")) {
                int n = is.read(buffer);
                if (n < 0) {
                    break;
                }
                answer += new String(buffer, 0, n);
            }
            System.out.print("FROM SERVER: " + answer);
            System.exit(0);
        } catch (UnknownHostException e) {
            System.err.println("unknown host");
            System.exit(1);
        } catch (IOException e) {
            System.err.println(e);
            System.exit(2);
        }
    }
}
