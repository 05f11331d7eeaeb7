package org.sockeye.programs.parity.cases;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** {@link DatagramSocket}. */
final class Datagrams {

    private Datagrams() {
    }

    static InetAddress local() throws Exception {
        return InetAddress.getByName("127.0.0.1");
    }

    static DatagramPacket to(DatagramSocket socket, String text) throws Exception {
        return new DatagramPacket(text.getBytes(), text.length(), local(), socket.getLocalPort());
    }

    static String receive(DatagramSocket socket) throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        socket.setSoTimeout(500);
        socket.receive(packet);
        return new String(packet.getData(), packet.getOffset(), packet.getLength());
    }

    static void oneGoesThereAndOneBack(Report report) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0); DatagramSocket client = new DatagramSocket()) {
            client.send(to(server, "question"));
            DatagramPacket packet = new DatagramPacket(new byte[100], 100);
            server.receive(packet);
            report.say("from", packet.getAddress() + " " + (packet.getPort() == client.getLocalPort()));
            report.say("text", new String(packet.getData(), 0, packet.getLength()));
            packet.setData("answer".getBytes());
            server.send(packet);
            report.say("answer", receive(client));
        }
    }

    static void whatASocketSaysOfItself(Report report) throws Exception {
        try (DatagramSocket socket = new DatagramSocket();
                DatagramSocket unbound = new DatagramSocket(null);
                DatagramSocket bound = new DatagramSocket(0, local())) {
            report.say("bound", socket.isBound() + " " + socket.getLocalAddress() + " " + socket.getInetAddress() + " "
                    + socket.getPort());
            report.say("unbound", unbound.isBound() + " " + unbound.getLocalAddress() + " " + unbound.getLocalPort()
                    + " " + unbound.getLocalSocketAddress());
            report.say("address", bound.getLocalSocketAddress());
            socket.close();
            report.say("closed", socket.isClosed() + " " + socket.getLocalPort() + " " + socket.getLocalAddress());
        }
    }

    static void theRestOfALongOneIsLost(Report report) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0); DatagramSocket client = new DatagramSocket()) {
            client.send(to(server, "longer than that"));
            client.send(to(server, "next"));
            DatagramPacket packet = new DatagramPacket(new byte[6], 6);
            server.receive(packet);
            report.say("first", packet.getLength() + " " + new String(packet.getData()));
            server.receive(packet);
            report.say("second", packet.getLength() + " " + new String(packet.getData()));
        }
    }

    static void anEmptyOneArrives(Report report) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0); DatagramSocket client = new DatagramSocket()) {
            client.send(to(server, ""));
            report.say("text", "<" + receive(server) + ">");
        }
    }

    static void theBufferKeepsWhatIsNotOverwritten(Report report) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0); DatagramSocket client = new DatagramSocket()) {
            client.send(to(server, "ab"));
            byte[] buffer = "........".getBytes();
            DatagramPacket packet = new DatagramPacket(buffer, 2, 5);
            server.receive(packet);
            report.say("buffer", new String(buffer) + " " + packet.getOffset() + " " + packet.getLength());
        }
    }

    static void theLargestPossible(Report report) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0); DatagramSocket client = new DatagramSocket()) {
            client.send(new DatagramPacket(new byte[65507], 65507, local(), server.getLocalPort()));
            DatagramPacket packet = new DatagramPacket(new byte[70000], 70000);
            server.receive(packet);
            report.say("length", packet.getLength());
            report.attempt("larger", () -> client.send(new DatagramPacket(new byte[65508], 65508, local(),
                    server.getLocalPort())));
        }
    }

    static void nobodyIsThere(Report report) throws Exception {
        int port = Refusals.free();
        try (DatagramSocket client = new DatagramSocket()) {
            report.attempt("send", () -> client.send(new DatagramPacket(new byte[1], 1, local(), port)));
            report.outcome("receive", () -> receive(client));
        }
    }

    static void whoIsConnectedIsToldThatNobodyIsThere(Report report) throws Exception {
        try (DatagramSocket client = new DatagramSocket()) {
            client.connect(local(), Refusals.free());
            report.attempt("send", () -> client.send(new DatagramPacket(new byte[1], 1)));
            report.outcome("receive", () -> receive(client));
            report.attempt("send", () -> client.send(new DatagramPacket(new byte[1], 1)));
            Pair.settle();
            report.attempt("send", () -> client.send(new DatagramPacket(new byte[1], 1)));
        }
    }

    static void whoIsConnectedHearsItsPeerAlone(Report report) throws Exception {
        try (DatagramSocket one = new DatagramSocket(0);
                DatagramSocket other = new DatagramSocket(0);
                DatagramSocket client = new DatagramSocket()) {
            client.connect(local(), one.getLocalPort());
            report.say("peer", client.getInetAddress() + " " + client.isConnected() + " " + client.getLocalAddress());
            other.send(to(client, "stranger"));
            one.send(to(client, "friend"));
            report.say("heard", receive(client));
            report.outcome("no more", () -> receive(client));
            report.attempt("send elsewhere", () -> client.send(to(other, "x")));
            client.disconnect();
            report.say("then", client.isConnected() + " " + client.getLocalAddress() + " " + client.getPort());
            other.send(to(client, "welcome"));
            report.say("heard", receive(client));
        }
    }

    static void theAddressIsInUse(Report report) throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            report.outcome("again", () -> new DatagramSocket(socket.getLocalPort()));
            report.outcome("at an address", () -> new DatagramSocket(socket.getLocalPort(), local()));
            report.attempt("bind again", () -> socket.bind(new InetSocketAddress(0)));
        }
    }

    static void theAddressIsSharedIfBothAgree(Report report) throws Exception {
        try (DatagramSocket one = new DatagramSocket(null); DatagramSocket other = new DatagramSocket(null)) {
            one.setReuseAddress(true);
            other.setReuseAddress(true);
            one.bind(new InetSocketAddress(local(), 0));
            report.attempt("bind", () -> other.bind(one.getLocalSocketAddress()));
        }
    }

    static void broadcastNeedsLeave(Report report) throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setBroadcast(false);
            InetAddress all = InetAddress.getByName("127.255.255.255");
            report.attempt("without", () -> socket.send(new DatagramPacket(new byte[1], 1, all, 9)));
            socket.setBroadcast(true);
            report.attempt("with", () -> socket.send(new DatagramPacket(new byte[1], 1, all, 9)));
        }
    }

    static void broadcastsAreHeard(Report report) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0); DatagramSocket client = new DatagramSocket()) {
            InetAddress all = InetAddress.getByName("127.255.255.255");
            client.send(new DatagramPacket("all".getBytes(), 3, all, server.getLocalPort()));
            report.outcome("heard", () -> receive(server));
        }
    }

    static void aClosedSocketDoesNothing(Report report) throws Exception {
        DatagramSocket socket = new DatagramSocket(0);
        socket.close();
        report.attempt("send", () -> socket.send(new DatagramPacket(new byte[1], 1, local(), 9)));
        report.attempt("receive", () -> socket.receive(new DatagramPacket(new byte[1], 1)));
        report.outcome("time limit", socket::getSoTimeout);
        report.attempt("bind", () -> socket.bind(null));
        report.attempt("connect", () -> socket.connect(local(), 9));
        report.outcome("option", socket::getBroadcast);
    }

    static void aReceiverIsToldThatItsSocketIsClosed(Report report) throws Exception {
        DatagramSocket socket = new DatagramSocket(0);
        Thread receiver = new Thread(
                () -> report.attempt("receive", () -> socket.receive(new DatagramPacket(new byte[1], 1))));
        receiver.start();
        Pair.settle();
        socket.close();
        receiver.join();
    }

    static void nowhereToSend(Report report) throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            report.attempt("no address", () -> socket.send(new DatagramPacket(new byte[1], 1)));
            report.attempt("port 0", () -> socket.send(new DatagramPacket(new byte[1], 1, local(), 0)));
            report.attempt("the wildcard", () -> socket
                    .send(new DatagramPacket(new byte[1], 1, InetAddress.getByName("0.0.0.0"), 9)));
            report.attempt("unresolved", () -> socket.send(new DatagramPacket(new byte[1], 1,
                    InetSocketAddress.createUnresolved("no-such-host.invalid", 9))));
        }
    }

    static void aSocketHearsItself(Report report) throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            socket.send(to(socket, "echo"));
            report.say("heard", receive(socket));
        }
    }

    static void orderIsKeptOnOneHost(Report report) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0); DatagramSocket client = new DatagramSocket()) {
            String[] heard = new String[5];
            for (int i = 0; i < heard.length; i++) {
                client.send(to(server, "n" + i));
            }
            for (int i = 0; i < heard.length; i++) {
                heard[i] = receive(server);
            }
            report.say("heard", Arrays.toString(heard));
        }
    }
}
