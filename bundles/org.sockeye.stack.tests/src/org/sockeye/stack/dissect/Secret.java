package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** What a client and a server really say to each other over TLS, with the JDK's own implementation. */
final class Secret {

    private static final char[] PASSWORD = "sockeye".toCharArray();

    private final SSLContext context;

    /** @param folder where a certificate may be made */
    Secret(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1", "-genkeypair", "-keystore", store.toString(), "-storepass",
                new String(PASSWORD), "-alias", "server", "-keyalg", "EC", "-dname", "CN=server")
                .redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), new TrustManager[] { new Anybody() }, null);
    }

    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // fine
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // fine
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** One end, with what it has been told and not read yet. */
    private static final class Party {

        private final SSLEngine engine;
        private byte[] told = {};

        Party(SSLEngine engine, String version) throws SSLException {
            this.engine = engine;
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setProtocols(new String[] { version });
            parameters.setApplicationProtocols(new String[] { "http/1.1" });
            parameters.setServerNames(List.of(new SNIHostName("www.example.com")));
            engine.setSSLParameters(parameters);
            engine.beginHandshake();
        }

        /** Reads as far as nothing has to be said first. */
        void read() throws SSLException {
            ByteBuffer rest = ByteBuffer.wrap(told);
            int before;
            do {
                before = rest.position();
                engine.unwrap(rest, ByteBuffer.allocate(engine.getSession().getApplicationBufferSize()));
                status();
            } while (rest.position() > before);
            told = Arrays.copyOfRange(told, before, told.length);
        }

        byte[] say(String text) throws SSLException {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            ByteBuffer plain = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (plain.hasRemaining() || status() == HandshakeStatus.NEED_WRAP) {
                ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
                engine.wrap(plain, record);
                said.write(record.array(), 0, record.position());
                if (record.position() == 0) {
                    break;
                }
            }
            read();
            return said.toByteArray();
        }

        /** What the engine needs, when it has done what it could itself. */
        private HandshakeStatus status() {
            for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                task.run();
            }
            return engine.getHandshakeStatus();
        }
    }

    /** A handshake, a question, an answer, and the end. */
    Talk talk(String version) throws SSLException {
        SSLEngine engine = context.createSSLEngine("server", 443);
        engine.setUseClientMode(true);
        Party client = new Party(engine, version);
        engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        Party server = new Party(engine, version);
        Talk talk = new Talk();
        for (int flight = 0; flight < 3; flight++) {
            talk.client(say(client, server, ""));
            talk.server(say(server, client, ""));
        }
        talk.client(say(client, server, "what is it?"));
        talk.server(say(server, client, "a secret"));
        client.engine.closeOutbound();
        return talk.client(say(client, server, ""));
    }

    private static byte[] say(Party from, Party to, String text) throws SSLException {
        byte[] said = from.say(text);
        int had = to.told.length;
        to.told = Arrays.copyOf(to.told, had + said.length);
        System.arraycopy(said, 0, to.told, had, said.length);
        to.read();
        return said;
    }
}
