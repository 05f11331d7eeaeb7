import java.net.*;

// Right with one packet for everything: the answer goes back in the packet that the question came in.
class UDPServer {

    public static void main(String args[]) throws Exception {
        DatagramSocket serverSocket = new DatagramSocket(9876);
        byte[] buffer = new byte[1024];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            serverSocket.receive(packet);
            new Thread(() -> System.out.println("A datagram from " + packet.getSocketAddress())).start();
            String sentence = new String(packet.getData(), 0, packet.getLength());
            packet.setData(sentence.toUpperCase().getBytes());
            serverSocket.send(packet);
        }
    }
}
