package org.sockeye.programs.parity.cases;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** What {@link Socket} and {@link ServerSocket} do when all goes well. */
final class Streams {

    private Streams() {
    }

    static void aFreshSocketKnowsNothing(Report report) throws Exception {
        try (Socket socket = new Socket()) {
            report.say("text", socket);
            report.say("local", socket.getLocalSocketAddress() + " " + socket.getLocalAddress() + " "
                    + socket.getLocalPort());
            report.say("remote", socket.getRemoteSocketAddress() + " " + socket.getInetAddress() + " "
                    + socket.getPort());
            report.say("state", socket.isBound() + " " + socket.isConnected() + " " + socket.isClosed() + " "
                    + socket.isInputShutdown() + " " + socket.isOutputShutdown());
            report.outcome("input", socket::getInputStream);
            report.outcome("output", socket::getOutputStream);
        }
    }

    static void aFreshServerSocketKnowsNothing(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket()) {
            report.say("text", server);
            report.say("local", server.getLocalSocketAddress() + " " + server.getInetAddress() + " "
                    + server.getLocalPort());
            report.say("state", server.isBound() + " " + server.isClosed());
            report.outcome("accept", server::accept);
        }
    }

    static void bothEndsKnowEachOther(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            report.say("client", pair.client);
            report.say("server", pair.server);
            report.say("ports", pair.client.getLocalPort() == pair.server.getPort()
                    && pair.client.getPort() == pair.server.getLocalPort());
            report.say("addresses", pair.client.getLocalSocketAddress() + " " + pair.server.getLocalSocketAddress());
            report.say("state", pair.client.isBound() + " " + pair.client.isConnected());
        }
    }

    static void theWildcardIsSaidToBeZero(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            report.say("server", server);
            report.say("local", server.getLocalSocketAddress());
            try (Socket client = new Socket("localhost", server.getLocalPort()); Socket accepted = server.accept()) {
                report.say("client", client);
                report.say("accepted", accepted.getLocalSocketAddress());
            }
        }
    }

    static void anAddressGivenIsTheAddressHad(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.2"))) {
            report.say("server", server);
            try (Socket client = new Socket(InetAddress.getByName("127.0.0.2"), server.getLocalPort(),
                    InetAddress.getByName("127.0.0.3"), 0); Socket accepted = server.accept()) {
                report.say("client", client.getLocalSocketAddress());
                report.say("accepted", accepted.getInetAddress() + " " + accepted.getLocalAddress());
            }
        }
    }

    static void linesGoThereAndBack(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            PrintWriter out = new PrintWriter(pair.client.getOutputStream(), true);
            out.println("hello");
            out.println("wörld");
            BufferedReader in = new BufferedReader(new InputStreamReader(pair.server.getInputStream()));
            report.say("first", in.readLine());
            report.say("second", in.readLine());
            pair.server.close();
            report.say("end", pair.client.getInputStream().read());
        }
    }

    static void numbersGoThereAndBack(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            DataOutputStream out = new DataOutputStream(pair.client.getOutputStream());
            DataInputStream in = new DataInputStream(pair.server.getInputStream());
            out.writeInt(42);
            out.writeUTF("text");
            out.writeBytes("bytes");
            out.writeLong(-1);
            report.say("read", in.readInt() + " " + in.readUTF() + " " + new String(in.readNBytes(5)) + " "
                    + in.readLong());
        }
    }

    static void objectsGoThereAndBack(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            new ObjectOutputStream(pair.client.getOutputStream()).writeObject(List.of("a", 1, 2.5));
            report.say("read", new ObjectInputStream(pair.server.getInputStream()).readObject());
        }
    }

    static void availableCountsWhatHasArrived(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            InputStream in = pair.server.getInputStream();
            report.say("before", in.available());
            pair.toServer("twelve bytes");
            Pair.await(pair.server, 12);
            report.say("after", in.available());
            report.say("read", in.read() + " " + in.available());
            report.say("skipped", in.skip(4) + " " + in.available());
        }
    }

    static void readsOfNothingReturnAtOnce(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            InputStream in = pair.server.getInputStream();
            report.say("nothing", in.read(new byte[0]));
            report.outcome("beyond", () -> in.read(new byte[4], 2, 3));
            report.attempt("write nothing", () -> pair.client.getOutputStream().write(new byte[0]));
            report.attempt("write beyond", () -> pair.client.getOutputStream().write(new byte[4], 3, 2));
        }
    }

    static void aReadTakesWhatIsThere(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.toServer("one");
            pair.toServer("two");
            Pair.await(pair.server, 6);
            byte[] bytes = new byte[100];
            report.say("count", pair.server.getInputStream().read(bytes));
            report.say("text", new String(bytes, 0, 6));
        }
    }

    static void muchGoesThroughWhole(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            byte[] much = new byte[1 << 20];
            for (int i = 0; i < much.length; i++) {
                much[i] = (byte) (i * 31 >> 3);
            }
            Thread writer = new Thread(() -> {
                try {
                    pair.client.getOutputStream().write(much);
                    pair.client.shutdownOutput();
                } catch (Exception e) {
                    report.say("writer", Report.text(e));
                }
            });
            writer.start();
            byte[] read = pair.server.getInputStream().readAllBytes();
            writer.join();
            report.say("equal", java.util.Arrays.equals(much, read));
        }
    }

    static void severalClientsAreAcceptedInOrder(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            Socket[] clients = new Socket[4];
            for (int i = 0; i < clients.length; i++) {
                clients[i] = new Socket("localhost", server.getLocalPort());
                clients[i].getOutputStream().write('a' + i);
            }
            StringBuilder order = new StringBuilder();
            for (Socket client : clients) {
                try (Socket accepted = server.accept()) {
                    order.append((char) accepted.getInputStream().read());
                }
                client.close();
            }
            report.say("order", order);
        }
    }

    static void aBoundSocketConnectsFromItsPort(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0); Socket client = new Socket()) {
            client.bind(new InetSocketAddress("127.0.0.1", 0));
            int port = client.getLocalPort();
            report.say("bound", client.getLocalSocketAddress() + " " + client.isBound());
            client.connect(new InetSocketAddress("127.0.0.1", server.getLocalPort()));
            try (Socket accepted = server.accept()) {
                report.say("same", port == client.getLocalPort() && port == accepted.getPort());
            }
        }
    }

    static void aSocketConnectsToItself(Report report) throws Exception {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", 0));
            report.attempt("connect", () -> socket.connect(socket.getLocalSocketAddress(), 2000));
            OutputStream out = socket.getOutputStream();
            out.write('x');
            report.say("echo", socket.getInputStream().read());
        }
    }

    static void theWildcardAsDestinationIsThisHost(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0);
                Socket client = new Socket("0.0.0.0", server.getLocalPort())) {
            report.say("connected", client.isConnected());
            report.say("to itself", client.getLocalAddress().equals(client.getInetAddress()));
        }
    }

    static void readNBytesWaitsForAll(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.toServer("abc");
            Thread later = new Thread(() -> {
                try {
                    Pair.settle();
                    pair.toServer("def");
                } catch (Exception e) {
                    report.say("later", Report.text(e));
                }
            });
            later.start();
            report.say("read", Pair.read(pair.server, 6));
            later.join();
        }
    }
}
