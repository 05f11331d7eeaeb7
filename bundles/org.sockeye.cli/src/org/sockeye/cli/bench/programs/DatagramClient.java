package org.sockeye.cli.bench.programs;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Sends datagrams of 64 bytes in rounds of 32, each round once the one before has arrived. */
public final class DatagramClient {

    private static final int ROUND = 32;

    private DatagramClient() {
    }

    public static void main(String[] arguments) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(5000);
            socket.connect(InetAddress.getByName(arguments[1]), Integer.parseInt(arguments[0]));
            send(socket, Integer.parseInt(arguments[2]));
            System.out.println("start");
            send(socket, Integer.parseInt(arguments[3]));
            System.out.println("end");
        }
    }

    private static void send(DatagramSocket socket, int datagrams) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[64], 64);
        for (int i = 1; i <= datagrams; i++) {
            packet.getData()[0] = (byte) (i % ROUND == 0 || i == datagrams ? 1 : 0);
            socket.send(packet);
            if (packet.getData()[0] != 0) {
                socket.receive(packet);
            }
        }
    }
}
