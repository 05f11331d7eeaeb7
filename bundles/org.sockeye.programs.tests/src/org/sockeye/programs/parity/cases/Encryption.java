package org.sockeye.programs.parity.cases;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.Security;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** TLS, by a suite that needs no certificates. */
final class Encryption {

    private static final String[] SUITE = { "TLS_ECDH_anon_WITH_AES_128_CBC_SHA" };
    private static final String[] VERSION = { "TLSv1.2" };

    private Encryption() {
    }

    /** To be said before anything else has to do with TLS. */
    static void allowEverything() {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
    }

    private static SSLContext context() throws Exception {
        return SSLContext.getDefault();
    }

    private static SSLServerSocket server() throws Exception {
        SSLServerSocket server = (SSLServerSocket) context().getServerSocketFactory().createServerSocket(0, 5,
                InetAddress.getByName("127.0.0.1"));
        server.setEnabledProtocols(VERSION);
        server.setEnabledCipherSuites(SUITE);
        return server;
    }

    private static SSLSocket client(int port) throws Exception {
        SSLSocket client = (SSLSocket) context().getSocketFactory().createSocket("127.0.0.1", port);
        client.setEnabledProtocols(VERSION);
        client.setEnabledCipherSuites(SUITE);
        return client;
    }

    static void socketsTalk(Report report) throws Exception {
        try (SSLServerSocket server = server()) {
            Thread serving = new Thread(() -> report.outcome("server", () -> {
                try (Socket accepted = server.accept()) {
                    accepted.getOutputStream().write(new String(accepted.getInputStream().readNBytes(6)).toUpperCase()
                            .getBytes());
                    return "served";
                }
            }));
            serving.start();
            try (SSLSocket client = client(server.getLocalPort())) {
                client.getOutputStream().write("secret".getBytes());
                String answer = new String(client.getInputStream().readAllBytes());
                serving.join();
                report.say("answer", answer + " " + client.getSession().getCipherSuite() + " "
                        + client.getSession().getProtocol());
            }
        }
    }

    static void aPeerThatDoesNotSpeakIt(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread serving = new Thread(() -> report.attempt("server", () -> {
                try (Socket accepted = server.accept()) {
                    accepted.getInputStream().read();
                    accepted.getOutputStream().write("not at all encrypted\n".getBytes());
                    accepted.shutdownOutput();
                    accepted.getInputStream().readAllBytes();
                }
            }));
            serving.start();
            String outcome;
            try (SSLSocket client = client(server.getLocalPort())) {
                client.startHandshake();
                outcome = "shaken";
            } catch (Exception e) {
                outcome = Report.text(e);
            }
            serving.join();
            report.say("handshake", outcome);
        }
    }

    static void aPeerThatHangsUp(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread serving = new Thread(() -> report.attempt("server", () -> {
                try (Socket accepted = server.accept()) {
                    Thread.sleep(100);
                    accepted.getInputStream().readNBytes(accepted.getInputStream().available());
                }
            }));
            serving.start();
            String outcome;
            try (SSLSocket client = client(server.getLocalPort())) {
                client.startHandshake();
                outcome = "shaken";
            } catch (Exception e) {
                outcome = Report.text(e);
            }
            serving.join();
            report.say("handshake", outcome);
        }
    }

    static void aHandshakeThatTakesTooLong(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                SSLSocket client = client(server.getLocalPort())) {
            client.setSoTimeout(100);
            report.attempt("handshake", client::startHandshake);
        }
    }

    static void nobodyListens(Report report) throws Exception {
        int port = Refusals.free();
        report.outcome("connect", () -> client(port));
    }

    private static SSLEngine engine(boolean client) throws Exception {
        SSLEngine engine = context().createSSLEngine();
        engine.setUseClientMode(client);
        engine.setEnabledProtocols(VERSION);
        engine.setEnabledCipherSuites(SUITE);
        return engine;
    }

    /** Sends {@code text} if it is a client, and gives what it received otherwise. */
    private static String talk(SSLEngine engine, SocketChannel channel, String text) throws Exception {
        ByteBuffer in = ByteBuffer.allocate(40_000);
        ByteBuffer clear = ByteBuffer.allocate(40_000);
        ByteBuffer out = ByteBuffer.allocate(40_000);
        ByteBuffer message = StreamChannels.bytes(text);
        engine.beginHandshake();
        while (true) {
            SSLEngineResult.HandshakeStatus status = engine.getHandshakeStatus();
            if (status == SSLEngineResult.HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            } else if (status == SSLEngineResult.HandshakeStatus.NEED_WRAP
                    || status != SSLEngineResult.HandshakeStatus.NEED_UNWRAP && message.hasRemaining()) {
                engine.wrap(message, out.clear());
                channel.write(out.flip());
            } else if (text.isEmpty() || status == SSLEngineResult.HandshakeStatus.NEED_UNWRAP) {
                SSLEngineResult result = engine.unwrap(in.flip(), clear);
                in.compact();
                if (clear.position() > 0) {
                    return StreamChannels.text(clear);
                }
                if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW && channel.read(in) < 0) {
                    return "ended";
                }
            } else {
                return "sent";
            }
        }
    }

    static void enginesTalk(Report report) throws Exception {
        try (ServerSocketChannel server = StreamChannels.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            Thread serving = new Thread(() -> report.outcome("server", () -> talk(engine(false), accepted, "")));
            serving.start();
            String outcome = talk(engine(true), client, "by engine");
            serving.join();
            report.say("client", outcome);
        }
    }
}
