import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Right byte by byte, in ISO 8859-1. The author is called Jörg Müller. */
public class TCPServer {
    public static void main(String[] args) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress("0.0.0.0", 6789));
            while (true) {
                Socket client = server.accept();
                client.setSoTimeout(120000);
                try {
                    answer(client);
                } finally {
                    client.close();
                }
            }
        } catch (IOException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void answer(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c;
        while ((c = in.read()) != -1 && c != '\n') {
            if (c != '\r') {
                line.write(c);
            }
        }
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), "ISO-8859-1"));
        out.write(line.toString("ISO-8859-1").toUpperCase());
        out.newLine();
        out.flush();
    }
}
