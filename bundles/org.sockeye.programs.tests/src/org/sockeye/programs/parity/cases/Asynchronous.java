package org.sockeye.programs.parity.cases;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** {@link AsynchronousSocketChannel} and {@link AsynchronousServerSocketChannel}. */
final class Asynchronous {

    private Asynchronous() {
    }

    private static AsynchronousServerSocketChannel server() throws Exception {
        return AsynchronousServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
    }

    /** Completes a future. */
    private static <V> CompletionHandler<V, CompletableFuture<V>> completing() {
        return new CompletionHandler<>() {
            @Override
            public void completed(V result, CompletableFuture<V> future) {
                future.complete(result);
            }

            @Override
            public void failed(Throwable failure, CompletableFuture<V> future) {
                future.completeExceptionally(failure);
            }
        };
    }

    static void futuresComplete(Report report) throws Exception {
        try (AsynchronousServerSocketChannel server = server();
                AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            Future<AsynchronousSocketChannel> accepting = server.accept();
            report.say("before", accepting.isDone());
            report.say("connect", client.connect(server.getLocalAddress()).get());
            try (AsynchronousSocketChannel accepted = accepting.get()) {
                report.say("remote", client.getLocalAddress().equals(accepted.getRemoteAddress()));
                Future<Integer> reading = accepted.read(ByteBuffer.allocate(10));
                report.say("written", client.write(StreamChannels.bytes("hello")).get());
                report.say("read", reading.get());
                client.close();
                report.say("end", accepted.read(ByteBuffer.allocate(10)).get());
            }
        }
    }

    static void handlersAreCalled(Report report) throws Exception {
        try (AsynchronousServerSocketChannel server = server();
                AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            CompletableFuture<AsynchronousSocketChannel> accepted = new CompletableFuture<>();
            server.accept(accepted, completing());
            CompletableFuture<Void> connected = new CompletableFuture<>();
            client.connect(server.getLocalAddress(), connected, completing());
            report.say("connected", connected.get());
            CompletableFuture<Integer> read = new CompletableFuture<>();
            ByteBuffer buffer = ByteBuffer.allocate(10);
            accepted.get().read(buffer, read, completing());
            client.write(StreamChannels.bytes("hello"));
            report.say("read", read.get() + " " + StreamChannels.text(buffer));
            accepted.get().close();
        }
    }

    static void refusalsAreTold(Report report) throws Exception {
        try (AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            InetSocketAddress nobody = new InetSocketAddress("127.0.0.1", Refusals.free());
            report.outcome("connect", () -> client.connect(nobody).get());
            report.say("open", client.isOpen());
        }
    }

    static void aReadWaitsNoLongerThanAsked(Report report) throws Exception {
        try (AsynchronousServerSocketChannel server = server();
                AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            client.connect(server.getLocalAddress()).get();
            CompletableFuture<Integer> read = new CompletableFuture<>();
            client.read(ByteBuffer.allocate(10), 40, TimeUnit.MILLISECONDS, read, completing());
            report.outcome("read", read::get);
            report.outcome("again", () -> client.read(ByteBuffer.allocate(10)).get());
        }
    }

    static void oneReadAtATime(Report report) throws Exception {
        try (AsynchronousServerSocketChannel server = server();
                AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            report.outcome("not connected", () -> client.read(ByteBuffer.allocate(10)));
            client.connect(server.getLocalAddress()).get();
            client.read(ByteBuffer.allocate(10));
            report.outcome("second", () -> client.read(ByteBuffer.allocate(10)));
            report.outcome("connect", () -> client.connect(server.getLocalAddress()));
            server.accept().get();
            server.accept();
            report.outcome("second accept", server::accept);
        }
    }

    static void closingIsTold(Report report) throws Exception {
        AsynchronousServerSocketChannel server = server();
        AsynchronousSocketChannel client = AsynchronousSocketChannel.open();
        client.connect(server.getLocalAddress()).get();
        server.accept().get();
        Future<Integer> reading = client.read(ByteBuffer.allocate(10));
        Future<AsynchronousSocketChannel> accepting = server.accept();
        client.close();
        server.close();
        report.outcome("read", reading::get);
        report.outcome("accept", accepting::get);
        report.outcome("write", () -> client.write(StreamChannels.bytes("x")).get());
        report.outcome("accept again", () -> server.accept().get());
    }

    static void resetsAreTold(Report report) throws Exception {
        try (AsynchronousServerSocketChannel server = server();
                AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            client.connect(server.getLocalAddress()).get();
            AsynchronousSocketChannel accepted = server.accept().get();
            client.write(StreamChannels.bytes("unread")).get();
            Pair.settle();
            accepted.close();
            Pair.settle();
            report.outcome("read", () -> client.read(ByteBuffer.allocate(1)).get());
        }
    }

    static void groupsEnd(Report report) throws Exception {
        AsynchronousChannelGroup group = AsynchronousChannelGroup.withFixedThreadPool(2,
                Executors.defaultThreadFactory());
        AsynchronousServerSocketChannel server = AsynchronousServerSocketChannel.open(group);
        server.bind(new InetSocketAddress("127.0.0.1", 0));
        Future<AsynchronousSocketChannel> accepting = server.accept();
        report.say("state", group.isShutdown() + " " + group.isTerminated());
        group.shutdownNow();
        report.outcome("accept", accepting::get);
        report.say("terminated", group.awaitTermination(5, TimeUnit.SECONDS));
        report.outcome("open", () -> AsynchronousSocketChannel.open(group));
    }

    static void severalBuffersAtOnce(Report report) throws Exception {
        try (AsynchronousServerSocketChannel server = server();
                AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            client.connect(server.getLocalAddress()).get();
            AsynchronousSocketChannel accepted = server.accept().get();
            CompletableFuture<Long> written = new CompletableFuture<>();
            client.write(new ByteBuffer[] { StreamChannels.bytes("ab"), StreamChannels.bytes("cde") }, 0, 2, 1,
                    TimeUnit.SECONDS, written, completing());
            report.say("written", written.get());
            CompletableFuture<Long> read = new CompletableFuture<>();
            accepted.read(new ByteBuffer[] { ByteBuffer.allocate(1), ByteBuffer.allocate(10) }, 0, 2, 1,
                    TimeUnit.SECONDS, read, completing());
            report.say("read", read.get());
            report.say("ends", client.shutdownOutput() == client);
        }
    }
}
