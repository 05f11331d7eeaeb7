package org.sockeye.programs.parity.cases;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** IPv6, and both versions by one socket. */
final class Ipv6 {

    private Ipv6() {
    }

    private static InetAddress loopback() throws Exception {
        return InetAddress.getByName("::1");
    }

    static void streamsTalk(Report report) throws Exception {
        try (Pair pair = new Pair(loopback())) {
            report.say("client", pair.client);
            report.say("server", pair.server.getRemoteSocketAddress() + " " + pair.server.getLocalSocketAddress());
            pair.toServer("hello");
            report.say("read", Pair.read(pair.server, 5));
            report.say("address", pair.client.getLocalAddress() instanceof Inet6Address);
        }
    }

    static void aServerOfBothIsReachedByBoth(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            for (String address : new String[] { "127.0.0.1", "::1", "::ffff:127.0.0.1", "localhost" }) {
                try (Socket client = new Socket(address, server.getLocalPort()); Socket accepted = server.accept()) {
                    report.say(address, accepted.getInetAddress() + " " + accepted.getLocalAddress() + " "
                            + client.getInetAddress());
                }
            }
        }
    }

    static void aServerOfOneIsNotReachedByTheOther(Report report) throws Exception {
        try (ServerSocket four = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                ServerSocket six = new ServerSocket(0, 5, loopback())) {
            report.outcome("six to four", () -> new Socket("::1", four.getLocalPort()));
            report.outcome("four to six", () -> new Socket("127.0.0.1", six.getLocalPort()));
        }
    }

    static void theSamePortInBothVersions(Report report) throws Exception {
        try (ServerSocket four = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            report.outcome("six", () -> {
                new ServerSocket(four.getLocalPort(), 5, loopback()).close();
                return "done";
            });
            report.outcome("both", () -> new ServerSocket(four.getLocalPort(), 5, InetAddress.getByName("::")));
        }
    }

    static void nobodyListens(Report report) throws Exception {
        int port = Refusals.free();
        report.outcome("connect", () -> new Socket("::1", port));
    }

    static void linkLocalAddressesNeedAScope(Report report) throws Exception {
        report.outcome("connect", () -> new Socket("fe80::1", 9));
    }

    static void noSuchLocalAddress(Report report) throws Exception {
        report.outcome("server", () -> new ServerSocket(0, 1, InetAddress.getByName("2001:db8::7")));
        report.outcome("datagrams", () -> new DatagramSocket(0, InetAddress.getByName("2001:db8::7")));
    }

    static void datagramsTalk(Report report) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, loopback()); DatagramSocket client = new DatagramSocket()) {
            client.send(new DatagramPacket("hello".getBytes(), 5, loopback(), server.getLocalPort()));
            DatagramPacket packet = new DatagramPacket(new byte[10], 10);
            server.receive(packet);
            report.say("from", packet.getAddress());
            report.say("server", server.getLocalSocketAddress());
        }
    }

    static void aDatagramSocketOfBothHearsBoth(Report report) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0); DatagramSocket client = new DatagramSocket()) {
            for (String address : new String[] { "127.0.0.1", "::1" }) {
                client.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName(address), server.getLocalPort()));
                DatagramPacket packet = new DatagramPacket(new byte[10], 10);
                server.receive(packet);
                report.say(address, packet.getAddress());
            }
        }
    }

    static void theLargestDatagram(Report report) throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, loopback()); DatagramSocket client = new DatagramSocket()) {
            report.attempt("send", () -> client.send(new DatagramPacket(new byte[65527], 65527, loopback(),
                    server.getLocalPort())));
            DatagramPacket packet = new DatagramPacket(new byte[70000], 70000);
            server.setSoTimeout(500);
            report.outcome("received", () -> {
                server.receive(packet);
                return packet.getLength();
            });
            report.attempt("larger", () -> client.send(new DatagramPacket(new byte[65528], 65528, loopback(),
                    server.getLocalPort())));
        }
    }

    static void nobodyHearsDatagrams(Report report) throws Exception {
        try (DatagramSocket client = new DatagramSocket()) {
            client.connect(loopback(), Refusals.free());
            report.say("local", client.getLocalAddress());
            report.attempt("send", () -> client.send(new DatagramPacket(new byte[1], 1)));
            report.outcome("receive", () -> Datagrams.receive(client));
        }
    }

    static void familiesOfChannels(Report report) throws Exception {
        try (DatagramChannel four = DatagramChannel.open(StandardProtocolFamily.INET).bind(null);
                DatagramChannel six = DatagramChannel.open(StandardProtocolFamily.INET6).bind(null)) {
            report.say("four", four.getLocalAddress());
            report.say("six", six.getLocalAddress());
            report.outcome("six at four", () -> DatagramChannel.open(StandardProtocolFamily.INET)
                    .bind(new InetSocketAddress("::1", 0)));
            report.outcome("four at six", () -> DatagramChannel.open(StandardProtocolFamily.INET6)
                    .bind(new InetSocketAddress("127.0.0.1", 0)).getLocalAddress());
        }
    }

    static void channelsOfTheWildcard(Report report) throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress("::", 0));
                SocketChannel client = SocketChannel
                        .open(new InetSocketAddress("::1", server.socket().getLocalPort()))) {
            report.say("server", server + " " + server.socket());
            report.say("client", client);
        }
    }

    static void scopesAreKept(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("::1%lo"))) {
            report.say("server", server);
            try (Socket client = new Socket(InetAddress.getByName("::1%lo"), server.getLocalPort())) {
                report.say("client", client.getInetAddress() + " " + client.getLocalAddress());
            }
        }
        report.outcome("no such interface", () -> InetAddress.getByName("fe80::1%nothing0"));
    }
}
