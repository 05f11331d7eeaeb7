package lab.capitals;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Scanner;

/** Right with Scanner and PrintWriter. */
public class TCPClient {

    public static void main(String[] args) throws Exception {
        Scanner keyboard = new Scanner(System.in);
        System.out.println("Type a line:");
        String line = keyboard.nextLine();
        Socket socket = new Socket(InetAddress.getByName("localhost"), 6789);
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
        Scanner in = new Scanner(socket.getInputStream());
        out.println(line);
        System.out.printf("FROM SERVER: %s%n", in.nextLine());
        in.close();
        out.close();
        socket.close();
    }
}
