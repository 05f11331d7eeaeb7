package org.sockeye.programs.parity.cases;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;

/** How connections end: in order, by half, by reset, by another thread. */
final class Closing {

    private Closing() {
    }

    static void theEndIsReadAsOftenAsAsked(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.toServer("bye");
            pair.client.close();
            InputStream in = pair.server.getInputStream();
            report.say("all", new String(in.readAllBytes()));
            report.say("again", in.read() + " " + in.read(new byte[5]) + " " + in.available());
            report.say("state", pair.server.isClosed() + " " + pair.server.isConnected());
        }
    }

    static void aHalfClosedConnectionGoesOnTheOtherWay(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.toServer("question");
            pair.client.shutdownOutput();
            report.say("question", new String(pair.server.getInputStream().readAllBytes()));
            pair.toClient("answer");
            pair.server.close();
            report.say("answer", new String(pair.client.getInputStream().readAllBytes()));
            report.say("state", pair.client.isOutputShutdown() + " " + pair.client.isInputShutdown());
        }
    }

    static void whoHasShutOutputCannotWrite(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            var out = pair.client.getOutputStream();
            pair.client.shutdownOutput();
            report.attempt("write", () -> out.write(1));
            report.outcome("stream", pair.client::getOutputStream);
            report.attempt("again", pair.client::shutdownOutput);
        }
    }

    static void whoHasShutInputReadsTheEnd(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.toServer("unread");
            Pair.await(pair.server, 6);
            var in = pair.server.getInputStream();
            pair.server.shutdownInput();
            report.say("read", in.read() + " " + in.available());
            report.outcome("stream", pair.server::getInputStream);
            report.attempt("again", pair.server::shutdownInput);
        }
    }

    static void aReaderWakesWhenInputIsShut(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            Thread reader = new Thread(() -> report.outcome("read", () -> pair.server.getInputStream().read()));
            reader.start();
            Pair.settle();
            pair.server.shutdownInput();
            reader.join();
        }
    }

    static void aReaderIsToldThatItsSocketIsClosed(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            Thread reader = new Thread(() -> report.outcome("read", () -> pair.client.getInputStream().read()));
            reader.start();
            Pair.settle();
            pair.client.close();
            reader.join();
            report.say("peer reads", pair.server.getInputStream().read());
        }
    }

    static void anAcceptorIsToldThatItsSocketIsClosed(Report report) throws Exception {
        ServerSocket server = new ServerSocket(0);
        Thread acceptor = new Thread(() -> report.outcome("accept", server::accept));
        acceptor.start();
        Pair.settle();
        server.close();
        acceptor.join();
        report.outcome("accept again", server::accept);
        report.say("state", server.isClosed() + " " + server.isBound() + " " + server);
    }

    static void aWriterIsToldThatItsSocketIsClosed(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            CountDownLatch full = new CountDownLatch(1);
            Thread writer = new Thread(() -> report.attempt("write", () -> {
                full.countDown();
                while (true) {
                    pair.client.getOutputStream().write(new byte[1 << 20]);
                }
            }));
            writer.start();
            full.await();
            Thread.sleep(300);
            pair.client.close();
            writer.join();
        }
    }

    static void aClosedSocketDoesNothing(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            Socket socket = pair.client;
            InputStream in = socket.getInputStream();
            var out = socket.getOutputStream();
            socket.close();
            report.outcome("read", in::read);
            report.outcome("available", in::available);
            report.attempt("write", () -> out.write(1));
            report.outcome("input", socket::getInputStream);
            report.outcome("output", socket::getOutputStream);
            report.attempt("shutdown", socket::shutdownOutput);
            report.outcome("time limit", socket::getSoTimeout);
            report.attempt("option", () -> socket.setTcpNoDelay(true));
            report.attempt("connect", () -> socket.connect(new InetSocketAddress("127.0.0.1", 9)));
            report.attempt("bind", () -> socket.bind(null));
            report.attempt("close", socket::close);
            report.say("text", socket);
            report.say("state", socket.isClosed() + " " + socket.isConnected() + " " + socket.isBound());
            report.say("local", socket.getLocalSocketAddress());
        }
    }

    static void closingAStreamClosesTheSocket(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.client.getInputStream().close();
            pair.server.getOutputStream().close();
            report.say("closed", pair.client.isClosed() + " " + pair.server.isClosed());
        }
    }

    static void unreadInputMakesTheCloseAReset(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.toServer("unread");
            Pair.await(pair.server, 6);
            pair.server.close();
            Pair.settle();
            report.outcome("read", () -> pair.client.getInputStream().read());
            report.outcome("read again", () -> pair.client.getInputStream().read());
            report.attempt("write", () -> pair.toServer("x"));
        }
    }

    static void noLingerMakesTheCloseAReset(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.client.setSoLinger(true, 0);
            pair.toServer("lost?");
            Pair.await(pair.server, 5);
            pair.client.close();
            Pair.settle();
            report.outcome("read", () -> pair.server.getInputStream().read());
            report.outcome("available", () -> pair.server.getInputStream().available());
            report.attempt("write", () -> pair.toClient("x"));
        }
    }

    static void aReaderIsToldOfTheReset(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            Thread reader = new Thread(() -> report.outcome("read", () -> pair.server.getInputStream().read()));
            reader.start();
            Pair.settle();
            pair.client.setSoLinger(true, 0);
            pair.client.close();
            reader.join();
        }
    }

    static void theFirstWriteToAClosedPeerSucceedsTheNextFails(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.server.close();
            Pair.settle();
            report.attempt("first", () -> pair.toServer("a"));
            Pair.settle();
            report.attempt("second", () -> pair.toServer("b"));
            report.attempt("third", () -> pair.toServer("c"));
            report.outcome("read", () -> pair.client.getInputStream().read());
        }
    }

    static void lingeringCloseWaitsForTheData(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.client.setSoLinger(true, 5);
            pair.toServer("all of it");
            pair.client.close();
            report.say("read", new String(pair.server.getInputStream().readAllBytes()));
        }
    }

    static void lingeringCloseOfAFullConnectionTakesItsTime(Report report) throws Exception {
        try (ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            client.configureBlocking(false);
            while (client.write(ByteBuffer.allocate(10_000)) > 0) {
                // Fill all buffers.
            }
            client.configureBlocking(true);
            client.setOption(StandardSocketOptions.SO_LINGER, 1);
            long start = System.nanoTime();
            client.close();
            report.say("half seconds", (System.nanoTime() - start) / 500_000_000);
            report.say("peer", accepted.isConnected());
        }
    }

    static void lingeringCloseEndsWithTheData(Report report) throws Exception {
        try (ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            client.configureBlocking(false);
            while (client.write(ByteBuffer.allocate(10_000)) > 0) {
                // Fill all buffers.
            }
            client.configureBlocking(true);
            client.setOption(StandardSocketOptions.SO_LINGER, 60);
            Thread reader = new Thread(() -> report.attempt("read", () -> {
                Pair.settle();
                ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
                while (accepted.read(buffer.clear()) >= 0) {
                    // Take all.
                }
            }));
            reader.start();
            long start = System.nanoTime();
            client.close();
            boolean early = System.nanoTime() - start < 30_000_000_000L;
            reader.join();
            report.say("before its time", early);
        }
    }

    static void theServerSocketsEndDoesNotEndItsConnections(Report report) throws Exception {
        ServerSocket server = new ServerSocket(0);
        try (Socket client = new Socket("localhost", server.getLocalPort()); Socket accepted = server.accept()) {
            server.close();
            client.getOutputStream().write(7);
            report.say("read", accepted.getInputStream().read());
            report.outcome("another", () -> new Socket("localhost", accepted.getLocalPort()));
        }
    }

    static void whoWasNeverAcceptedIsReset(Report report) throws Exception {
        ServerSocket server = new ServerSocket(0);
        try (Socket client = new Socket("localhost", server.getLocalPort())) {
            server.close();
            Pair.settle();
            report.outcome("read", () -> client.getInputStream().read());
        }
    }

    static void bothEndsCloseAtOnce(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.client.shutdownOutput();
            pair.server.shutdownOutput();
            report.say("ends", pair.client.getInputStream().read() + " " + pair.server.getInputStream().read());
        }
    }
}
