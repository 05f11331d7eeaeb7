package org.sockeye.cli.bench.programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A student's echo server: the port as its argument, one client, everything sent back. */
public final class EchoServer {

    private EchoServer() {
    }

    public static void main(String[] arguments) throws IOException {
        try (ServerSocket listener = new ServerSocket(Integer.parseInt(arguments[0]), 1,
                InetAddress.getByName(arguments[1]))) {
            System.out.println("listening");
            try (Socket client = listener.accept()) {
                client.setTcpNoDelay(true);
                client.getInputStream().transferTo(client.getOutputStream());
            }
        }
    }
}
