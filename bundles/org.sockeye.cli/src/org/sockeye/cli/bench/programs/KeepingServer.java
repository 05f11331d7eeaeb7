package org.sockeye.cli.bench.programs;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Accepts clients and keeps them all; each gets a byte. */
public final class KeepingServer {

    private KeepingServer() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Socket> kept = new ArrayList<>();
        try (ServerSocket listener = Listening.at(arguments)) {
            while (true) {
                Socket client = listener.accept();
                client.getOutputStream().write(1);
                kept.add(client);
            }
        }
    }
}
