package org.sockeye.cli.bench.programs;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Opens connections and keeps them all open; then hears from each. */
public final class KeepingClient {

    private KeepingClient() {
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("start");
        List<Socket> kept = new ArrayList<>();
        int wanted = Integer.parseInt(arguments[3]);
        for (int i = 0; i < wanted; i++) {
            kept.add(new Socket(arguments[1], Integer.parseInt(arguments[0])));
        }
        for (Socket socket : kept) {
            if (socket.getInputStream().read() != 1) {
                throw new IOException("a connection has ended");
            }
        }
        System.out.println("end");
    }
}
