import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Scanner;

/** Right with a connected socket, a prompt, and a question that is asked again after a second; ends by System.exit. */
public class UDPClient {

    public static void main(String[] args) {
        try {
            System.out.print("> ");
            Scanner scanner = new Scanner(System.in);
            String line = scanner.nextLine();
            DatagramSocket socket = new DatagramSocket();
            socket.setSoTimeout(1000);
            socket.connect(new InetSocketAddress("localhost", 9876));
            DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
            for (int i = 0; i < 3; i++) {
                try {
                    socket.send(new DatagramPacket(line.getBytes(), line.length()));
                    socket.receive(packet);
                    break;
                } catch (SocketTimeoutException e) {
                    System.err.println("asking again");
                }
            }
            System.out.println("FROM SERVER:" + new String(packet.getData(), packet.getOffset(), packet.getLength()));
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
