package org.sockeye.cli.bench.programs;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Sends 64 bytes and waits for their echo, over and over; says when the measured part starts and ends. */
public final class EchoClient {

    private static final int SIZE = 64;

    private EchoClient() {
    }

    public static void main(String[] arguments) throws IOException {
        int warmUp = Integer.parseInt(arguments[2]);
        int measured = Integer.parseInt(arguments[3]);
        try (Socket socket = new Socket(arguments[1], Integer.parseInt(arguments[0]))) {
            socket.setTcpNoDelay(true);
            echo(socket, warmUp);
            System.out.println("start");
            echo(socket, measured);
            System.out.println("end");
        }
    }

    private static void echo(Socket socket, int times) throws IOException {
        byte[] message = new byte[SIZE];
        InputStream in = socket.getInputStream();
        for (int i = 0; i < times; i++) {
            socket.getOutputStream().write(message);
            if (in.readNBytes(message, 0, SIZE) != SIZE) {
                throw new IOException("the echo is short");
            }
        }
    }
}
