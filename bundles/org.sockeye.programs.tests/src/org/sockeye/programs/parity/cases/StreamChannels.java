package org.sockeye.programs.parity.cases;

import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** {@link SocketChannel} and {@link ServerSocketChannel}. */
final class StreamChannels {

    private StreamChannels() {
    }

    static ServerSocketChannel server() throws Exception {
        return ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes());
    }

    static String text(ByteBuffer buffer) {
        return new String(buffer.array(), 0, buffer.position());
    }

    static void freshOnesKnowNothing(Report report) throws Exception {
        try (SocketChannel channel = SocketChannel.open(); ServerSocketChannel server = ServerSocketChannel.open()) {
            report.say("text", channel + " " + server);
            report.say("addresses", channel.getLocalAddress() + " " + channel.getRemoteAddress() + " "
                    + server.getLocalAddress());
            report.say("state", channel.isConnected() + " " + channel.isConnectionPending() + " " + channel.isOpen()
                    + " " + channel.isBlocking());
            report.outcome("read", () -> channel.read(ByteBuffer.allocate(1)));
            report.outcome("write", () -> channel.write(ByteBuffer.allocate(1)));
            report.outcome("shutdown", channel::shutdownOutput);
            report.outcome("finish", channel::finishConnect);
            report.outcome("accept", server::accept);
        }
    }

    static void theyTalk(Report report) throws Exception {
        try (ServerSocketChannel server = server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            report.say("text", client + " " + accepted + " " + server);
            report.say("written", client.write(bytes("hello")));
            ByteBuffer buffer = ByteBuffer.allocate(100);
            report.say("read", accepted.read(buffer) + " " + text(buffer));
            client.shutdownOutput();
            report.say("end", accepted.read(buffer) + " " + accepted.read(buffer));
            report.say("again", client.shutdownOutput() == client);
            report.outcome("write", () -> client.write(bytes("x")));
            report.outcome("empty write", () -> client.write(bytes("")));
        }
    }

    static void theWildcardIsOfBothVersions(Report report) throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(null)) {
            report.say("local", server.getLocalAddress());
            try (SocketChannel client = SocketChannel.open(
                    new InetSocketAddress("127.0.0.1", server.socket().getLocalPort()));
                    SocketChannel accepted = server.accept()) {
                report.say("four", client.getLocalAddress() + " " + accepted.getRemoteAddress() + " "
                        + accepted.getLocalAddress());
            }
            try (SocketChannel client = SocketChannel.open(
                    new InetSocketAddress("::1", server.socket().getLocalPort()));
                    SocketChannel accepted = server.accept()) {
                report.say("six", client.getLocalAddress() + " " + accepted.getRemoteAddress() + " "
                        + accepted.getLocalAddress());
            }
        }
    }

    static void boundToNothing(Report report) throws Exception {
        try (SocketChannel channel = SocketChannel.open()) {
            report.say("local", channel.bind(null).getLocalAddress());
            report.outcome("again", () -> channel.bind(null));
        }
    }

    static void severalBuffersAtOnce(Report report) throws Exception {
        try (ServerSocketChannel server = server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            report.say("written", client.write(new ByteBuffer[] { bytes("ab"), bytes(""), bytes("cdef") }));
            Pair.settle();
            ByteBuffer one = ByteBuffer.allocate(3);
            ByteBuffer two = ByteBuffer.allocateDirect(2);
            ByteBuffer three = ByteBuffer.allocate(10);
            report.say("read", accepted.read(new ByteBuffer[] { one, two, three }));
            report.say("places", one.position() + " " + two.position() + " " + three.position());
            report.say("part", client.write(new ByteBuffer[] { bytes("x"), bytes("y"), bytes("z") }, 1, 1));
        }
    }

    static void whoDoesNotBlockGetsNothing(Report report) throws Exception {
        try (ServerSocketChannel server = server(); SocketChannel client = SocketChannel.open()) {
            server.configureBlocking(false);
            report.say("accept", server.accept());
            client.configureBlocking(false);
            report.say("connected", client.connect(server.getLocalAddress()) | true);
            while (!client.finishConnect()) {
                Thread.sleep(1);
            }
            Pair.settle();
            try (SocketChannel accepted = server.accept()) {
                report.say("blocking", accepted.isBlocking());
                report.say("read", client.read(ByteBuffer.allocate(10)));
                report.say("read into nothing", client.read(ByteBuffer.allocate(0)));
            }
        }
    }

    static void refusedWithoutBlocking(Report report) throws Exception {
        InetSocketAddress nobody = new InetSocketAddress("127.0.0.1", Refusals.free());
        try (SocketChannel client = SocketChannel.open()) {
            client.configureBlocking(false);
            report.outcome("connect", () -> {
                client.connect(nobody);
                while (!client.finishConnect()) {
                    Thread.sleep(1);
                }
                return "connected";
            });
            report.say("open", client.isOpen());
        }
        report.outcome("blocking", () -> SocketChannel.open(nobody));
    }

    static void stateIsGuarded(Report report) throws Exception {
        try (ServerSocketChannel server = server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            report.outcome("connect", () -> client.connect(server.getLocalAddress()));
            report.outcome("bind", () -> client.bind(null));
            report.outcome("server bind", () -> server.bind(null));
            report.outcome("unresolved",
                    () -> SocketChannel.open(InetSocketAddress.createUnresolved("no-such-host.invalid", 1)));
            client.close();
            report.outcome("read", () -> client.read(ByteBuffer.allocate(1)));
            report.outcome("remote", client::getRemoteAddress);
            report.outcome("connect closed", () -> client.connect(server.getLocalAddress()));
            report.outcome("option", () -> client.getOption(StandardSocketOptions.TCP_NODELAY));
            report.outcome("blocking", () -> client.configureBlocking(false));
            report.say("text", client);
            server.close();
            report.outcome("accept", server::accept);
        }
    }

    static void theEndOfInputIsAnEnd(Report report) throws Exception {
        try (ServerSocketChannel server = server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            client.write(bytes("unread"));
            Pair.settle();
            accepted.shutdownInput();
            report.say("read", accepted.read(ByteBuffer.allocate(10)));
            report.say("text", accepted);
        }
    }

    static void resetsAreTold(Report report) throws Exception {
        try (ServerSocketChannel server = server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            client.setOption(StandardSocketOptions.SO_LINGER, 0);
            client.close();
            Pair.settle();
            report.outcome("read", () -> accepted.read(ByteBuffer.allocate(10)));
            report.outcome("read again", () -> accepted.read(ByteBuffer.allocate(10)));
            report.outcome("write", () -> accepted.write(bytes("x")));
        }
    }

    static void writesAfterAResetFail(Report report) throws Exception {
        try (ServerSocketChannel server = server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            client.setOption(StandardSocketOptions.SO_LINGER, 0);
            client.close();
            Pair.settle();
            report.outcome("write", () -> accepted.write(bytes("x")));
            report.outcome("write again", () -> accepted.write(bytes("x")));
            report.outcome("read", () -> accepted.read(ByteBuffer.allocate(10)));
        }
    }

    static void closingUnderAReader(Report report) throws Exception {
        try (ServerSocketChannel server = server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            Thread reader = new Thread(() -> report.outcome("read", () -> client.read(ByteBuffer.allocate(1))));
            reader.start();
            Pair.settle();
            client.close();
            reader.join();
            Thread acceptor = new Thread(() -> report.outcome("accept", () -> {
                server.accept();
                return server.accept();
            }));
            acceptor.start();
            Pair.settle();
            server.close();
            acceptor.join();
        }
    }

    static void theSocketOfAChannel(Report report) throws Exception {
        try (ServerSocketChannel server = server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            report.say("text", client.socket() + " " + server.socket());
            client.socket().getOutputStream().write("by socket".getBytes());
            report.say("read", new String(accepted.socket().getInputStream().readNBytes(9)));
            client.socket().setSoTimeout(30);
            report.outcome("limit", () -> client.socket().getInputStream().read());
            client.configureBlocking(false);
            report.outcome("not blocking", () -> client.socket().getInputStream().read());
            report.say("channel", client.socket().getChannel() == client);
        }
    }
}
