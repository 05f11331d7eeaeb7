package org.sockeye.programs.parity.cases;

import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** {@link Selector}. */
final class Selectors {

    private Selectors() {
    }

    private static String ready(SelectionKey key) {
        return (key.isAcceptable() ? "A" : "") + (key.isConnectable() ? "C" : "") + (key.isReadable() ? "R" : "")
                + (key.isWritable() ? "W" : "");
    }

    static void aListenerBecomesAcceptable(Report report) throws Exception {
        try (Selector selector = Selector.open(); ServerSocketChannel server = StreamChannels.server()) {
            server.configureBlocking(false);
            SelectionKey key = server.register(selector, SelectionKey.OP_ACCEPT);
            report.say("before", selector.selectNow());
            try (SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
                report.say("select", selector.select() + " " + ready(key));
                report.say("not taken", selector.select(10));
                selector.selectedKeys().clear();
                server.accept().close();
                report.say("taken", selector.select(10));
            }
        }
    }

    static void aConnectionBecomesConnectable(Report report) throws Exception {
        try (Selector selector = Selector.open();
                ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open()) {
            client.configureBlocking(false);
            SelectionKey key = client.register(selector, SelectionKey.OP_CONNECT);
            client.connect(server.getLocalAddress());
            if (!client.isConnected()) {
                selector.select();
                report.say("ready", ready(key));
            }
            report.say("finish", client.finishConnect() + " " + client.isConnected());
        }
    }

    static void aRefusalBecomesConnectable(Report report) throws Exception {
        try (Selector selector = Selector.open(); SocketChannel client = SocketChannel.open()) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_CONNECT);
            InetSocketAddress nobody = new InetSocketAddress("127.0.0.1", Refusals.free());
            report.outcome("connect", () -> {
                client.connect(nobody);
                selector.select();
                return client.finishConnect();
            });
        }
    }

    static void dataBecomeReadable(Report report) throws Exception {
        try (Selector selector = Selector.open();
                ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            accepted.configureBlocking(false);
            SelectionKey key = accepted.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            report.say("writable", selector.select() + " " + ready(key));
            selector.selectedKeys().clear();
            client.write(StreamChannels.bytes("x"));
            key.interestOps(SelectionKey.OP_READ);
            report.say("readable", selector.select() + " " + ready(key));
            accepted.read(ByteBuffer.allocate(10));
            selector.selectedKeys().clear();
            report.say("read", selector.selectNow());
            client.close();
            report.say("end", selector.select() + " " + ready(key) + " " + accepted.read(ByteBuffer.allocate(1)));
        }
    }

    static void aResetBecomesReadable(Report report) throws Exception {
        try (Selector selector = Selector.open();
                ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            accepted.configureBlocking(false);
            SelectionKey key = accepted.register(selector, SelectionKey.OP_READ);
            client.setOption(StandardSocketOptions.SO_LINGER, 0);
            client.close();
            report.say("ready", selector.select() + " " + ready(key));
            report.outcome("read", () -> accepted.read(ByteBuffer.allocate(1)));
        }
    }

    static void aFullOneIsNotWritableUntilRead(Report report) throws Exception {
        try (Selector selector = Selector.open();
                ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            client.configureBlocking(false);
            long sum = 0;
            for (int tries = 0; tries < 3; tries++) {
                for (int n = 1; n > 0; sum += n) {
                    n = client.write(ByteBuffer.allocate(100_000));
                }
                Pair.settle();
            }
            SelectionKey key = client.register(selector, SelectionKey.OP_WRITE);
            report.say("full", selector.select(50));
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            for (long read = 0; read < sum; buffer.clear()) {
                read += accepted.read(buffer);
            }
            report.say("read", selector.select() + " " + ready(key));
        }
    }

    static void datagramsBecomeReadable(Report report) throws Exception {
        try (Selector selector = Selector.open(); DatagramChannel channel = DatagramChannel.open()) {
            channel.bind(new InetSocketAddress("127.0.0.1", 0)).configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            report.say("before", selector.selectNow());
            channel.send(StreamChannels.bytes("x"), channel.getLocalAddress());
            report.say("ready", selector.select() + " " + ready(key));
            key.interestOps(SelectionKey.OP_WRITE);
            selector.selectedKeys().clear();
            report.say("writable", selector.select() + " " + ready(key));
        }
    }

    static void itWaitsNoLongerThanAsked(Report report) throws Exception {
        try (Selector selector = Selector.open()) {
            long start = System.nanoTime();
            report.say("select", selector.select(40));
            report.say("waited", System.nanoTime() - start >= 39_000_000);
            report.outcome("negative", () -> selector.select(-1));
        }
    }

    static void itWakes(Report report) throws Exception {
        try (Selector selector = Selector.open()) {
            selector.wakeup();
            report.say("before", selector.select());
            Thread waker = new Thread(selector::wakeup);
            waker.start();
            report.say("during", selector.select());
            waker.join();
            Thread.currentThread().interrupt();
            report.say("interrupted", selector.select() + " " + Thread.interrupted());
        }
    }

    static void keysAreCancelled(Report report) throws Exception {
        try (Selector selector = Selector.open(); ServerSocketChannel server = StreamChannels.server()) {
            server.configureBlocking(false);
            SelectionKey key = server.register(selector, SelectionKey.OP_ACCEPT, "attached");
            report.say("key", key.isValid() + " " + key.attachment() + " " + key.interestOps() + " "
                    + (server.keyFor(selector) == key));
            report.outcome("blocking", () -> server.configureBlocking(true));
            key.cancel();
            report.say("cancelled", key.isValid() + " " + selector.keys().size());
            selector.selectNow();
            report.say("selected", selector.keys().size() + " " + server.isRegistered());
            report.outcome("interest", key::interestOps);
            report.outcome("ops", () -> server.register(selector, SelectionKey.OP_READ));
        }
    }

    static void closedOnesAreToldSo(Report report) throws Exception {
        Selector selector = Selector.open();
        Thread selecting = new Thread(() -> report.outcome("select", selector::select));
        selecting.start();
        Pair.settle();
        selector.close();
        selecting.join();
        report.outcome("again", selector::select);
        report.outcome("keys", selector::keys);
        try (SocketChannel channel = SocketChannel.open()) {
            report.outcome("blocking", () -> channel.register(selector, SelectionKey.OP_CONNECT));
            channel.configureBlocking(false);
            report.outcome("register", () -> channel.register(selector, SelectionKey.OP_CONNECT));
        }
    }

    static void pipesAreSelectedToo(Report report) throws Exception {
        try (Selector selector = Selector.open()) {
            Pipe pipe = Pipe.open();
            pipe.source().configureBlocking(false);
            SelectionKey key = pipe.source().register(selector, SelectionKey.OP_READ);
            report.say("before", selector.selectNow());
            pipe.sink().write(StreamChannels.bytes("x"));
            report.say("ready", selector.select() + " " + ready(key));
        }
    }
}
