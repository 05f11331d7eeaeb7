package org.sockeye.programs.parity.cases;

import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Between files, streams and channels. */
final class Files {

    private Files() {
    }

    private static byte[] content(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7 >> 2);
        }
        return bytes;
    }

    static void aFileIsTransferredToAChannel(Report report) throws Exception {
        Path file = java.nio.file.Files.createTempFile("sent", ".bin");
        byte[] bytes = content(300_000);
        java.nio.file.Files.write(file, bytes);
        try (ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept();
                FileChannel in = FileChannel.open(file)) {
            Thread sender = new Thread(() -> report.attempt("send", () -> {
                for (long sent = 0; sent < bytes.length;) {
                    sent += in.transferTo(sent, bytes.length - sent, client);
                }
                client.shutdownOutput();
            }));
            sender.start();
            byte[] read = Channels.newInputStream(accepted).readAllBytes();
            sender.join();
            report.say("equal", Arrays.equals(bytes, read));
        }
        java.nio.file.Files.delete(file);
    }

    static void aFileIsTransferredFromAChannel(Report report) throws Exception {
        Path file = java.nio.file.Files.createTempFile("received", ".bin");
        byte[] bytes = content(100_000);
        try (ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept();
                FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Thread sender = new Thread(() -> report.attempt("send", () -> {
                client.write(ByteBuffer.wrap(bytes));
                client.shutdownOutput();
            }));
            sender.start();
            long done = 0;
            for (long count = 1; count > 0; done += count) {
                count = out.transferFrom(accepted, done, 1 << 20);
            }
            sender.join();
            report.say("equal", Arrays.equals(bytes, java.nio.file.Files.readAllBytes(file)) + " " + done);
        }
        java.nio.file.Files.delete(file);
    }

    static void streamsTransfer(Report report) throws Exception {
        try (Pair one = new Pair(); Pair two = new Pair()) {
            one.toServer("through two connections");
            one.client.shutdownOutput();
            report.say("count", one.server.getInputStream().transferTo(two.client.getOutputStream()));
            two.client.shutdownOutput();
            report.say("text", new String(two.server.getInputStream().readAllBytes()));
        }
    }

    static void channelsBecomeStreams(Report report) throws Exception {
        try (ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            Channels.newOutputStream(client).write("grüße\n".getBytes("UTF-8"));
            client.shutdownOutput();
            try (Reader reader = Channels.newReader(accepted, "UTF-8")) {
                char[] chars = new char[10];
                report.say("read", reader.read(chars) + " " + new String(chars).trim());
            }
            report.say("open", accepted.isOpen());
        }
    }

    static void aChannelThatDoesNotBlockIsNoStream(Report report) throws Exception {
        try (ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            client.configureBlocking(false);
            InputStream in = Channels.newInputStream(client);
            report.outcome("read", in::read);
            report.attempt("write", () -> Channels.newOutputStream(client).write(1));
        }
    }
}
