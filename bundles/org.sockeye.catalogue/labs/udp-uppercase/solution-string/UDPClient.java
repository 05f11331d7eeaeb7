import java.io.*;
import java.net.*;

// Right in the way of many course books, but for getLength(), and with a line end in the datagram.
class UDPClient {

    public static void main(String args[]) throws Exception {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));
        DatagramSocket clientSocket = new DatagramSocket();
        InetAddress server = InetAddress.getByName("localhost");
        byte[] out = (keyboard.readLine() + "\n").getBytes();
        clientSocket.send(new DatagramPacket(out, out.length, server, 9876));
        byte[] in = new byte[1024];
        DatagramPacket packet = new DatagramPacket(in, in.length);
        clientSocket.receive(packet);
        System.out.println("FROM SERVER: " + new String(packet.getData(), 0, packet.getLength()).trim());
        clientSocket.close();
    }
}
