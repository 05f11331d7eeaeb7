import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Scanner;

/** Right with a connected socket, a prompt and a time-out; ends by System.exit. */
public class UDPClient {

    public static void main(String[] args) {
        try {
            System.out.print("> ");
            Scanner scanner = new Scanner(System.in);
            String line = scanner.nextLine();
            DatagramSocket socket = new DatagramSocket();
            socket.setSoTimeout(10_000);
            socket.connect(new InetSocketAddress("localhost", 9876));
            socket.send(new DatagramPacket(line.getBytes(), line.length()));
            DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
            socket.receive(packet);
            System.out.println("FROM SERVER:" + new String(packet.getData(), packet.getOffset(), packet.getLength()));
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
