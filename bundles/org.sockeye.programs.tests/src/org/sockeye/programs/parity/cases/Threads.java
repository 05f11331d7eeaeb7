package org.sockeye.programs.parity.cases;

import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Interrupted threads, virtual ones, and several at one socket. */
final class Threads {

    private Threads() {
    }

    private static Thread start(Report report, String what, Report.Attempt attempt) throws Exception {
        Thread thread = new Thread(() -> {
            report.outcome(what, attempt);
            report.say("interrupted", Thread.currentThread().isInterrupted());
        });
        thread.start();
        Pair.settle();
        return thread;
    }

    static void anInterruptedChannelReaderClosesIt(Report report) throws Exception {
        try (ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            Thread reader = start(report, "read", () -> client.read(ByteBuffer.allocate(1)));
            reader.interrupt();
            reader.join();
            report.say("open", client.isOpen());
        }
    }

    static void anInterruptedAcceptorClosesItsChannel(Report report) throws Exception {
        try (ServerSocketChannel server = StreamChannels.server()) {
            Thread acceptor = start(report, "accept", server::accept);
            acceptor.interrupt();
            acceptor.join();
            report.say("open", server.isOpen());
        }
    }

    static void anInterruptedReceiverClosesItsChannel(Report report) throws Exception {
        try (DatagramChannel channel = DatagramChannel.open().bind(null)) {
            Thread receiver = start(report, "receive", () -> channel.receive(ByteBuffer.allocate(1)));
            receiver.interrupt();
            receiver.join();
            report.say("open", channel.isOpen());
        }
    }

    static void whoIsInterruptedBeforeDoesNotBegin(Report report) throws Exception {
        try (ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            Thread.currentThread().interrupt();
            report.outcome("read", () -> client.read(ByteBuffer.allocate(1)));
            report.say("interrupted", Thread.interrupted() + " " + client.isOpen());
        }
    }

    static void aSocketReaderIsNotInterrupted(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            Thread reader = start(report, "read", () -> pair.client.getInputStream().read());
            reader.interrupt();
            Pair.settle();
            report.say("alive", reader.isAlive());
            pair.toClient("x");
            reader.join();
        }
    }

    static void anAcceptingThreadIsNotInterrupted(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            Thread acceptor = start(report, "accept", () -> server.accept().isConnected());
            acceptor.interrupt();
            Pair.settle();
            report.say("alive", acceptor.isAlive());
            new Socket("localhost", server.getLocalPort());
            acceptor.join();
        }
    }

    static void oneReadsWhileAnotherWrites(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            Thread reader = start(report, "read", () -> Pair.read(pair.client, 4));
            pair.toServer("ping");
            report.say("server", Pair.read(pair.server, 4));
            pair.toClient("pong");
            reader.join();
        }
    }

    static void aPoolServes(Report report) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try (ServerSocket server = new ServerSocket(0)) {
            Future<?> acceptor = pool.submit(() -> {
                for (int i = 0; i < 3; i++) {
                    Socket accepted = server.accept();
                    pool.submit(() -> {
                        try (accepted; InputStream in = accepted.getInputStream()) {
                            accepted.getOutputStream().write(in.read() + 1);
                        }
                        return null;
                    });
                }
                return null;
            });
            StringBuilder answers = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                try (Socket client = new Socket("localhost", server.getLocalPort())) {
                    client.getOutputStream().write('a' + i);
                    answers.append((char) client.getInputStream().read());
                }
            }
            acceptor.get();
            report.say("answers", answers);
        }
        pool.shutdown();
        report.say("ended", pool.awaitTermination(5, TimeUnit.SECONDS));
    }

    /** On Java versions that have none, an ordinary one. */
    private static Thread virtual(Runnable task) throws Exception {
        try {
            return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (NoSuchMethodException | java.lang.reflect.InvocationTargetException e) {
            Thread thread = new Thread(task);
            thread.start();
            return thread;
        }
    }

    static void virtualThreadsTalk(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            Thread accepting = virtual(() -> report.outcome("server", () -> {
                try (Socket accepted = server.accept()) {
                    accepted.getOutputStream().write(accepted.getInputStream().read() + 1);
                    return "served";
                }
            }));
            Thread client = virtual(() -> {
                try (Socket socket = new Socket("localhost", server.getLocalPort())) {
                    Pair.settle();
                    socket.getOutputStream().write('a');
                    int answer = socket.getInputStream().read();
                    accepting.join();
                    report.say("answer", (char) answer);
                } catch (Exception e) {
                    report.say("client", Report.text(e));
                }
            });
            client.join();
        }
    }

    static void virtualThreadsWaitNoLonger(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            Thread reader = virtual(() -> report.outcome("read", () -> {
                pair.client.setSoTimeout(40);
                return pair.client.getInputStream().read();
            }));
            reader.join();
        }
    }

    static void closingUnderAVirtualReader(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            Thread reader = virtual(() -> report.outcome("read", () -> pair.client.getInputStream().read()));
            Pair.settle();
            pair.client.close();
            reader.join();
        }
    }

    static void twoReadersShare(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            Thread one = new Thread(() -> report.outcome("a byte", () -> (char) pair.client.getInputStream().read()));
            Thread other = new Thread(() -> report.outcome("a byte", () -> (char) pair.client.getInputStream().read()));
            one.start();
            other.start();
            Pair.settle();
            pair.toClient("xx");
            one.join();
            other.join();
        }
    }
}
