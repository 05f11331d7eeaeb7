package lab.capitals;

import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Scanner;

/** Right with a virtual thread a client, which may send as many lines as it likes. */
public class TCPServer {

    public static void main(String[] args) throws Exception {
        ServerSocket serverSocket = new ServerSocket(6789, 5);
        System.out.println("Waiting on port 6789");
        for (;;) {
            final Socket socket = serverSocket.accept();
            Thread.startVirtualThread(() -> serve(socket));
        }
    }

    static void serve(Socket socket) {
        try (Scanner scanner = new Scanner(socket.getInputStream());
                PrintWriter writer = new PrintWriter(socket.getOutputStream(), true)) {
            while (scanner.hasNextLine()) {
                writer.println(scanner.nextLine().toUpperCase());
            }
        } catch (Exception e) {
            e.printStackTrace();
        }
    }
}
