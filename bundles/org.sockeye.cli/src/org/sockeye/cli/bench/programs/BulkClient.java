package org.sockeye.cli.bench.programs;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** Sends so many megabytes, and waits until they have been taken. */
public final class BulkClient {

    private static final byte[] MEGABYTE = new byte[1_000_000];

    private BulkClient() {
    }

    public static void main(String[] arguments) throws IOException {
        send(arguments, Integer.parseInt(arguments[2]));
        System.out.println("start");
        send(arguments, Integer.parseInt(arguments[3]));
        System.out.println("end");
    }

    private static void send(String[] arguments, int megabytes) throws IOException {
        try (Socket socket = new Socket(arguments[1], Integer.parseInt(arguments[0]))) {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < megabytes; i++) {
                out.write(MEGABYTE);
            }
            socket.shutdownOutput();
            if (socket.getInputStream().read() != 1) {
                throw new IOException("the server has not taken all");
            }
        }
    }
}
