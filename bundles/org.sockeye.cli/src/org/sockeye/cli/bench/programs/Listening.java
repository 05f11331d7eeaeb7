package org.sockeye.cli.bench.programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A server's beginning. */
final class Listening {

    private static final int BACKLOG = 4096;

    private Listening() {
    }

    static ServerSocket at(String[] arguments) throws IOException {
        ServerSocket listener = new ServerSocket(Integer.parseInt(arguments[0]), BACKLOG,
                InetAddress.getByName(arguments[1]));
        System.out.println("listening");
        return listener;
    }
}
