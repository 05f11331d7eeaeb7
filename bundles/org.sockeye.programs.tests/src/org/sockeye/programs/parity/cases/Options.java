package org.sockeye.programs.parity.cases;

import java.net.DatagramSocket;
import java.net.MulticastSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.TreeSet;
import jdk.net.ExtendedSocketOptions;

/** Every option of every kind of socket: what it is at first, and after it has been set. */
final class Options {

    private Options() {
    }

    private static String names(Set<SocketOption<?>> options) {
        Set<String> names = new TreeSet<>();
        options.forEach(option -> names.add(option.name()));
        return names.toString();
    }

    private static <T> void toggle(Report report, NetworkChannel channel, SocketOption<T> option, T value) {
        report.outcome(option.name(), () -> {
            T before = channel.getOption(option);
            channel.setOption(option, value);
            return before + " -> " + channel.getOption(option);
        });
    }

    private static <T> void set(Report report, NetworkChannel channel, SocketOption<T> option, T value) {
        report.outcome(option.name(), () -> channel.setOption(option, value).getOption(option));
    }

    static void whatEachKindSupports(Report report) throws Exception {
        report.say("Socket", names(new Socket().supportedOptions()));
        report.say("ServerSocket", names(new ServerSocket().supportedOptions()));
        report.say("DatagramSocket", names(new DatagramSocket().supportedOptions()));
        report.say("MulticastSocket", names(new MulticastSocket().supportedOptions()));
        report.say("SocketChannel", names(SocketChannel.open().supportedOptions()));
        report.say("ServerSocketChannel", names(ServerSocketChannel.open().supportedOptions()));
        report.say("DatagramChannel", names(DatagramChannel.open().supportedOptions()));
        report.say("AsynchronousSocketChannel", names(AsynchronousSocketChannel.open().supportedOptions()));
        report.say("AsynchronousServerSocketChannel",
                names(AsynchronousServerSocketChannel.open().supportedOptions()));
    }

    private static void ofStreams(Report report, NetworkChannel channel) {
        toggle(report, channel, StandardSocketOptions.TCP_NODELAY, true);
        toggle(report, channel, StandardSocketOptions.SO_KEEPALIVE, true);
        toggle(report, channel, StandardSocketOptions.SO_REUSEADDR, true);
        toggle(report, channel, StandardSocketOptions.SO_REUSEPORT, true);
        set(report, channel, StandardSocketOptions.SO_SNDBUF, 30_000);
        set(report, channel, StandardSocketOptions.SO_RCVBUF, 40_000);
        toggle(report, channel, ExtendedSocketOptions.TCP_KEEPIDLE, 100);
        toggle(report, channel, ExtendedSocketOptions.TCP_KEEPINTERVAL, 10);
        toggle(report, channel, ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
        set(report, channel, ExtendedSocketOptions.TCP_QUICKACK, true);
    }

    static void ofASocketChannel(Report report) throws Exception {
        try (SocketChannel channel = SocketChannel.open()) {
            ofStreams(report, channel);
            toggle(report, channel, StandardSocketOptions.SO_LINGER, 5);
            toggle(report, channel, StandardSocketOptions.SO_LINGER, -1);
            toggle(report, channel, StandardSocketOptions.IP_TOS, 0x10);
            toggle(report, channel, StandardSocketOptions.SO_BROADCAST, true);
        }
    }

    static void ofASocketChannelOfIpv4(Report report) throws Exception {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.INET)) {
            report.say("local", channel.getLocalAddress());
            toggle(report, channel, StandardSocketOptions.IP_TOS, 0x08);
            report.say("bound", channel.bind(null).getLocalAddress());
        } catch (NoSuchMethodError e) {
            report.say("open", e);
        }
    }

    static void ofAServerSocketChannel(Report report) throws Exception {
        try (ServerSocketChannel channel = ServerSocketChannel.open()) {
            toggle(report, channel, StandardSocketOptions.SO_REUSEADDR, false);
            toggle(report, channel, StandardSocketOptions.SO_REUSEPORT, true);
            set(report, channel, StandardSocketOptions.SO_RCVBUF, 40_000);
            toggle(report, channel, StandardSocketOptions.TCP_NODELAY, true);
        }
    }

    static void ofADatagramChannel(Report report) throws Exception {
        try (DatagramChannel channel = DatagramChannel.open()) {
            set(report, channel, StandardSocketOptions.SO_SNDBUF, 30_000);
            set(report, channel, StandardSocketOptions.SO_RCVBUF, 40_000);
            toggle(report, channel, StandardSocketOptions.SO_BROADCAST, true);
            toggle(report, channel, StandardSocketOptions.SO_REUSEADDR, true);
            toggle(report, channel, StandardSocketOptions.SO_REUSEPORT, true);
            toggle(report, channel, StandardSocketOptions.IP_TOS, 0x10);
            toggle(report, channel, StandardSocketOptions.IP_MULTICAST_TTL, 7);
            toggle(report, channel, StandardSocketOptions.IP_MULTICAST_LOOP, false);
            report.outcome("IP_MULTICAST_IF", () -> channel.getOption(StandardSocketOptions.IP_MULTICAST_IF));
        }
    }

    static void ofAnAsynchronousChannel(Report report) throws Exception {
        try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
            toggle(report, channel, StandardSocketOptions.TCP_NODELAY, true);
            toggle(report, channel, StandardSocketOptions.SO_KEEPALIVE, true);
            set(report, channel, StandardSocketOptions.SO_SNDBUF, 30_000);
        }
    }

    static void ofASocket(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            Socket socket = pair.client;
            report.say("at first", socket.getTcpNoDelay() + " " + socket.getKeepAlive() + " " + socket.getReuseAddress()
                    + " " + socket.getSoLinger() + " " + socket.getTrafficClass() + " " + socket.getOOBInline());
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.setReuseAddress(true);
            socket.setSoLinger(true, 70_000);
            socket.setTrafficClass(0x1c);
            socket.setOOBInline(true);
            report.say("then", socket.getTcpNoDelay() + " " + socket.getKeepAlive() + " " + socket.getReuseAddress()
                    + " " + socket.getSoLinger() + " " + socket.getTrafficClass() + " " + socket.getOOBInline());
            socket.setSoLinger(false, 1);
            report.say("no linger", socket.getSoLinger());
            socket.setPerformancePreferences(1, 2, 3);
            report.attempt("linger", () -> socket.setSoLinger(true, -2));
            report.attempt("traffic class", () -> socket.setTrafficClass(256));
        }
    }

    static void ofAServerSocket(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket()) {
            report.say("reuse", server.getReuseAddress());
            server.setReuseAddress(false);
            report.say("then", server.getReuseAddress());
            server.setReceiveBufferSize(50_000);
            report.say("size", server.getReceiveBufferSize());
            report.attempt("none", () -> server.setReceiveBufferSize(0));
        }
    }

    static void ofADatagramSocket(Report report) throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            report.say("at first", socket.getBroadcast() + " " + socket.getReuseAddress() + " "
                    + socket.getTrafficClass());
            socket.setBroadcast(false);
            socket.setReuseAddress(true);
            socket.setTrafficClass(8);
            report.say("then", socket.getBroadcast() + " " + socket.getReuseAddress() + " "
                    + socket.getTrafficClass());
        }
    }

    @SuppressWarnings("deprecation")
    static void ofAMulticastSocket(Report report) throws Exception {
        try (MulticastSocket socket = new MulticastSocket(0)) {
            report.say("at first", socket.getTimeToLive() + " " + socket.getReuseAddress() + " "
                    + socket.getOption(StandardSocketOptions.IP_MULTICAST_LOOP));
            socket.setTimeToLive(9);
            socket.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, false);
            report.say("then", socket.getTimeToLive() + " "
                    + socket.getOption(StandardSocketOptions.IP_MULTICAST_LOOP));
            report.attempt("time to live", () -> socket.setTimeToLive(256));
        }
    }

    static void whatIsNotSupportedIsSaidToBe(Report report) throws Exception {
        try (Socket socket = new Socket(); DatagramSocket datagrams = new DatagramSocket()) {
            report.outcome("socket", () -> socket.getOption(StandardSocketOptions.SO_BROADCAST));
            report.outcome("datagrams", () -> datagrams.getOption(StandardSocketOptions.TCP_NODELAY));
            report.attempt("null", () -> socket.setOption(StandardSocketOptions.TCP_NODELAY, null));
        }
    }

    static void anAcceptedSocketInherits(Report report) throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.setOption(StandardSocketOptions.SO_RCVBUF, 20_000);
            server.bind(null);
            try (Socket client = new Socket("127.0.0.1", server.socket().getLocalPort());
                    SocketChannel accepted = server.accept()) {
                report.say("size", accepted.getOption(StandardSocketOptions.SO_RCVBUF));
                report.say("no delay", accepted.getOption(StandardSocketOptions.TCP_NODELAY));
                report.say("reuse", accepted.getOption(StandardSocketOptions.SO_REUSEADDR));
            }
        }
    }
}
