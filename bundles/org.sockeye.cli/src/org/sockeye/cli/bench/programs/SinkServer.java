package org.sockeye.cli.bench.programs;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes all that a client sends, and says so with one byte at the end; then the next client. */
public final class SinkServer {

    private SinkServer() {
    }

    public static void main(String[] arguments) throws IOException {
        try (ServerSocket listener = Listening.at(arguments)) {
            while (true) {
                try (Socket client = listener.accept()) {
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                    client.getOutputStream().write(1);
                }
            }
        }
    }
}
