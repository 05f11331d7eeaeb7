package org.sockeye.programs.parity.cases;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;

/** What is refused, and in which words. */
final class Refusals {

    private Refusals() {
    }

    /** A port that nobody has. */
    static int free() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            return server.getLocalPort();
        }
    }

    static void nobodyListens(Report report) throws Exception {
        int port = free();
        report.outcome("by name", () -> new Socket("localhost", port));
        report.outcome("by address", () -> new Socket(InetAddress.getByName("127.0.0.1"), port));
        Socket socket = new Socket();
        report.attempt("connect", () -> socket.connect(new InetSocketAddress("127.0.0.1", port)));
        report.say("state", socket.isClosed() + " " + socket.isConnected() + " " + socket.isBound());
        report.attempt("again", () -> socket.connect(new InetSocketAddress("127.0.0.1", port)));
    }

    static void theAddressIsInUse(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            int port = server.getLocalPort();
            report.outcome("server", () -> new ServerSocket(port));
            report.outcome("at an address", () -> new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")));
            report.attempt("client", () -> new Socket().bind(new InetSocketAddress(port)));
        }
    }

    static void oneServerAnAddressOfTheSamePort(Report report) throws Exception {
        try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = first.getLocalPort();
            report.outcome("another address", () -> {
                new ServerSocket(port, 1, InetAddress.getByName("127.0.0.2")).close();
                return "done";
            });
            report.outcome("the wildcard", () -> new ServerSocket(port));
        }
    }

    static void thePortIsFreeAgainAfterwards(Report report) throws Exception {
        ServerSocket server = new ServerSocket(0);
        int port = server.getLocalPort();
        try (Socket client = new Socket("localhost", port); Socket accepted = server.accept()) {
            accepted.close();
            client.getInputStream().read();
        }
        server.close();
        Pair.settle();
        report.outcome("again", () -> {
            new ServerSocket(port).close();
            return "done";
        });
    }

    static void thePortIsTakenByAConnectionThatEnds(Report report) throws Exception {
        ServerSocket server = new ServerSocket(0);
        int port = server.getLocalPort();
        try (Socket client = new Socket("localhost", port); Socket accepted = server.accept()) {
            accepted.close();
            client.getInputStream().read();
        }
        server.close();
        Pair.settle();
        try (ServerSocket strict = new ServerSocket()) {
            strict.setReuseAddress(false);
            report.attempt("without reuse", () -> strict.bind(new InetSocketAddress(port)));
        }
    }

    static void noSuchLocalAddress(Report report) throws Exception {
        InetAddress elsewhere = InetAddress.getByName("198.51.100.7");
        report.outcome("server", () -> new ServerSocket(0, 1, elsewhere));
        report.attempt("client", () -> new Socket().bind(new InetSocketAddress(elsewhere, 0)));
        report.outcome("datagrams", () -> new DatagramSocket(0, elsewhere));
        report.outcome("connect from", () -> new Socket(InetAddress.getByName("127.0.0.1"), 9, elsewhere, 0));
    }

    static void noStreamLeadsToAll(Report report) throws Exception {
        report.outcome("broadcast", () -> new Socket("255.255.255.255", 9));
        report.outcome("group", () -> new Socket("224.0.0.9", 9));
    }

    static void portsOutOfRange(Report report) throws Exception {
        report.outcome("server", () -> new ServerSocket(65536));
        report.outcome("negative", () -> new ServerSocket(-1));
        report.outcome("client", () -> new Socket("localhost", 70000));
        report.outcome("address", () -> new InetSocketAddress(-5));
        report.outcome("datagrams", () -> new DatagramSocket(65536));
        report.outcome("zero", () -> new Socket("127.0.0.1", 0));
    }

    static void unknownNames(Report report) throws Exception {
        report.outcome("socket", () -> new Socket("no-such-host.invalid", 80));
        report.attempt("unresolved",
                () -> new Socket().connect(InetSocketAddress.createUnresolved("no-such-host.invalid", 80)));
        report.outcome("server", () -> {
            new ServerSocket().bind(InetSocketAddress.createUnresolved("no-such-host.invalid", 80));
            return "done";
        });
        report.outcome("address", () -> new InetSocketAddress("no-such-host.invalid", 80));
    }

    static void whatIsSaidTwice(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0);
                Socket client = new Socket("localhost", server.getLocalPort())) {
            report.attempt("bind a server", () -> server.bind(null));
            report.attempt("bind a client", () -> client.bind(null));
            report.attempt("connect", () -> client.connect(server.getLocalSocketAddress()));
        }
        try (Socket bound = new Socket()) {
            bound.bind(null);
            report.attempt("bind again", () -> bound.bind(null));
        }
    }

    static void strangeAddresses(Report report) throws Exception {
        SocketAddress strange = new SocketAddress() {
            private static final long serialVersionUID = 1L;
        };
        report.attempt("connect", () -> new Socket().connect(strange));
        report.attempt("connect to null", () -> new Socket().connect(null));
        report.attempt("bind", () -> new Socket().bind(strange));
        report.attempt("server", () -> new ServerSocket().bind(strange));
        report.outcome("time limit", () -> {
            new Socket().connect(new InetSocketAddress("127.0.0.1", 9), -1);
            return "done";
        });
    }

    static void aFullBacklogBlocksAndDoesNotRefuse(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1)) {
            SocketAddress address = new InetSocketAddress("127.0.0.1", server.getLocalPort());
            Socket[] clients = new Socket[3];
            for (int i = 0; i < clients.length; i++) {
                clients[i] = new Socket();
                int number = i;
                report.attempt("client " + i, () -> clients[number].connect(address, 400));
            }
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    static void aBacklogOfNothingIsTheUsualOne(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 0)) {
            for (int i = 0; i < 10; i++) {
                new Socket("127.0.0.1", server.getLocalPort());
            }
            report.say("accepted", server.accept().isConnected());
        }
    }
}
