package org.sockeye.cli.bench.programs;

import java.io.IOException;
import java.net.Socket;

/** Connects, waits until the server has accepted and both have closed, and connects again. */
public final class ConnectClient {

    private ConnectClient() {
    }

    public static void main(String[] arguments) throws IOException {
        connect(arguments, Integer.parseInt(arguments[2]));
        System.out.println("start");
        connect(arguments, Integer.parseInt(arguments[3]));
        System.out.println("end");
    }

    private static void connect(String[] arguments, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            try (Socket socket = new Socket(arguments[1], Integer.parseInt(arguments[0]))) {
                socket.shutdownOutput();
                if (socket.getInputStream().read() != 1) {
                    throw new IOException("the server has not answered");
                }
            }
        }
    }
}
