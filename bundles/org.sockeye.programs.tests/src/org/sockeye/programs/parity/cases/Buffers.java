package org.sockeye.programs.parity.cases;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/** When buffers are full, and what happens then. */
final class Buffers {

    private Buffers() {
    }

    static void aWriterWaitsForTheReader(Report report) throws Exception {
        try (Pair pair = new Pair(InetAddress.getByName("127.0.0.1"), 8192)) {
            AtomicLong written = new AtomicLong();
            Thread writer = new Thread(() -> {
                try {
                    for (int i = 0; i < 400; i++) {
                        pair.client.getOutputStream().write(new byte[1024]);
                        written.addAndGet(1024);
                    }
                    pair.client.shutdownOutput();
                } catch (Exception e) {
                    report.say("writer", Report.text(e));
                }
            });
            writer.start();
            // Longer than a sender waits with what is less than a segment.
            Thread.sleep(800);
            long stopped = written.get();
            Thread.sleep(100);
            report.say("stopped", stopped == written.get() && stopped < 400 * 1024);
            report.say("a window and a buffer", stopped >= 8192 && stopped < 100_000);
            report.say("all", pair.server.getInputStream().readAllBytes().length);
            writer.join();
        }
    }

    static void aChannelThatDoesNotBlockTakesNoMore(Report report) throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            client.configureBlocking(false);
            int last = 1;
            long sum = 0;
            for (int i = 0; i < 100_000 && last > 0; i++) {
                last = client.write(ByteBuffer.allocate(10_000));
                sum += last;
                if (last == 0) {
                    Pair.settle();
                    last = client.write(ByteBuffer.allocate(10_000));
                    sum += last;
                }
            }
            report.say("in the end", last);
            client.shutdownOutput();
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            for (int count = accepted.read(buffer); count >= 0; count = accepted.read(buffer.clear())) {
                sum -= count;
            }
            report.say("missing", sum);
        }
    }

    static void sizesAreAsSet(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.client.setSendBufferSize(20_000);
            pair.client.setReceiveBufferSize(30_000);
            report.say("sizes", pair.client.getSendBufferSize() + " " + pair.client.getReceiveBufferSize());
            report.attempt("none", () -> pair.client.setSendBufferSize(0));
            report.attempt("negative", () -> pair.client.setReceiveBufferSize(-1));
        }
    }

    static void smallSizesAreRaised(Report report) throws Exception {
        try (java.net.Socket socket = new java.net.Socket()) {
            socket.setSendBufferSize(1);
            socket.setReceiveBufferSize(1);
            report.say("sizes", socket.getSendBufferSize() + " " + socket.getReceiveBufferSize());
        }
        try (java.net.DatagramSocket socket = new java.net.DatagramSocket()) {
            socket.setSendBufferSize(1);
            socket.setReceiveBufferSize(1);
            report.say("datagrams", socket.getSendBufferSize() + " " + socket.getReceiveBufferSize());
        }
    }

    static void anAcceptedSocketHasTheListenersSize(Report report) throws Exception {
        try (Pair pair = new Pair(InetAddress.getByName("127.0.0.1"), 10_000)) {
            report.say("sizes", pair.server.getReceiveBufferSize() + " " + pair.client.getReceiveBufferSize() + " "
                    + pair.client.getSendBufferSize());
        }
    }
}
