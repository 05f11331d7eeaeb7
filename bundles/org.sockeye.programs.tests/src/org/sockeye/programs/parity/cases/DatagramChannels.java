package org.sockeye.programs.parity.cases;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** {@link DatagramChannel}. */
final class DatagramChannels {

    private DatagramChannels() {
    }

    private static DatagramChannel bound() throws Exception {
        return DatagramChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
    }

    static void freshOnesKnowNothing(Report report) throws Exception {
        try (DatagramChannel channel = DatagramChannel.open()) {
            report.say("text", channel.getLocalAddress() + " " + channel.getRemoteAddress() + " "
                    + channel.isConnected());
            report.outcome("read", () -> channel.read(ByteBuffer.allocate(1)));
            report.outcome("write", () -> channel.write(ByteBuffer.allocate(1)));
        }
    }

    static void theyTalk(Report report) throws Exception {
        try (DatagramChannel one = bound(); DatagramChannel other = bound()) {
            report.say("sent", one.send(StreamChannels.bytes("hello"), other.getLocalAddress()));
            ByteBuffer buffer = ByteBuffer.allocate(100);
            SocketAddress from = other.receive(buffer);
            report.say("from", from.equals(one.getLocalAddress()));
            report.say("text", StreamChannels.text(buffer));
        }
    }

    static void whatDoesNotFitIsLost(Report report) throws Exception {
        try (DatagramChannel one = bound(); DatagramChannel other = bound()) {
            one.send(StreamChannels.bytes("hello"), other.getLocalAddress());
            ByteBuffer buffer = ByteBuffer.allocateDirect(3);
            report.say("from", other.receive(buffer) != null);
            report.say("position", buffer.position());
            other.configureBlocking(false);
            report.say("more", other.receive(ByteBuffer.allocate(10)));
        }
    }

    static void connectedOnesReadAndWrite(Report report) throws Exception {
        try (DatagramChannel one = bound(); DatagramChannel other = bound()) {
            one.connect(other.getLocalAddress());
            other.connect(one.getLocalAddress());
            report.say("written", one.write(StreamChannels.bytes("hello")));
            ByteBuffer buffer = ByteBuffer.allocate(100);
            report.say("read", other.read(buffer) + " " + StreamChannels.text(buffer));
            report.say("several",
                    other.write(new ByteBuffer[] { StreamChannels.bytes("a"), StreamChannels.bytes("bc") }));
            ByteBuffer two = ByteBuffer.allocate(2);
            ByteBuffer rest = ByteBuffer.allocate(5);
            report.say("read", one.read(new ByteBuffer[] { two, rest }) + " " + two.position() + rest.position());
            report.outcome("again", () -> one.connect(other.getLocalAddress()));
            report.outcome("elsewhere",
                    () -> one.send(StreamChannels.bytes("x"), new InetSocketAddress("127.0.0.1", 9)));
            report.say("disconnected", one.disconnect().isConnected() + " " + one.getLocalAddress());
        }
    }

    static void nobodyIsThere(Report report) throws Exception {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress("127.0.0.1", Refusals.free()));
            report.say("local", channel.getLocalAddress());
            report.outcome("write", () -> channel.write(StreamChannels.bytes("x")));
            Pair.settle();
            report.outcome("read", () -> channel.read(ByteBuffer.allocate(1)));
            report.outcome("write", () -> channel.write(StreamChannels.bytes("x")));
            Pair.settle();
            report.outcome("write", () -> channel.write(StreamChannels.bytes("x")));
        }
    }

    static void disconnectedOnesAreAsBefore(Report report) throws Exception {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress("127.0.0.1", 9));
            channel.disconnect();
            report.say("local", channel.getLocalAddress());
        }
        try (DatagramChannel channel = DatagramChannel.open().bind(null)) {
            SocketAddress before = channel.getLocalAddress();
            channel.connect(new InetSocketAddress("127.0.0.1", 9));
            report.say("connected", channel.getLocalAddress());
            channel.disconnect();
            report.say("local", channel.getLocalAddress().equals(before) + " " + channel.getLocalAddress());
        }
    }

    static void aSendBindsToTheWildcard(Report report) throws Exception {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.send(StreamChannels.bytes("x"), new InetSocketAddress("127.0.0.1", 9));
            report.say("local", channel.getLocalAddress());
        }
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            channel.send(StreamChannels.bytes("x"), new InetSocketAddress("127.0.0.1", 9));
            report.say("local of IPv4", channel.getLocalAddress());
            report.outcome("other family",
                    () -> channel.send(StreamChannels.bytes("x"), new InetSocketAddress("::1", 9)));
            report.outcome("connect", () -> channel.connect(new InetSocketAddress("::1", 9)));
        }
    }

    static void tooLong(Report report) throws Exception {
        try (DatagramChannel one = bound(); DatagramChannel other = bound()) {
            report.outcome("send", () -> one.send(ByteBuffer.allocate(65508), other.getLocalAddress()));
            report.outcome("long", () -> one.send(ByteBuffer.allocate(65507), other.getLocalAddress()));
        }
    }

    static void closingUnderAReceiver(Report report) throws Exception {
        DatagramChannel channel = bound();
        Thread receiver = new Thread(() -> report.outcome("receive", () -> channel.receive(ByteBuffer.allocate(1))));
        receiver.start();
        Pair.settle();
        channel.close();
        receiver.join();
        report.outcome("send", () -> channel.send(ByteBuffer.allocate(1), new InetSocketAddress("127.0.0.1", 9)));
    }

    static void theSocketOfAChannel(Report report) throws Exception {
        try (DatagramChannel channel = bound()) {
            report.say("socket", channel.socket().getLocalAddress() + " " + channel.socket().isBound());
            channel.socket().setSoTimeout(30);
            report.outcome("limit", () -> {
                channel.socket().receive(new java.net.DatagramPacket(new byte[1], 1));
                return "received";
            });
        }
    }
}
