package org.sockeye.cli.bench.programs;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Takes datagrams, and answers the last one of each round: the one whose first byte is not 0. */
public final class DatagramServer {

    private DatagramServer() {
    }

    public static void main(String[] arguments) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(Integer.parseInt(arguments[0]),
                InetAddress.getByName(arguments[1]))) {
            System.out.println("listening");
            DatagramPacket packet = new DatagramPacket(new byte[64], 64);
            while (true) {
                socket.receive(packet);
                if (packet.getData()[0] != 0) {
                    socket.send(packet);
                }
            }
        }
    }
}
