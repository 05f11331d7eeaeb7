package org.sockeye.programs.parity.cases;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Two sockets that are connected to each other. */
final class Pair implements AutoCloseable {

    final Socket client;
    final Socket server;

    Pair() throws IOException {
        this(InetAddress.getByName("127.0.0.1"));
    }

    Pair(InetAddress address) throws IOException {
        this(address, 0);
    }

    /** @param buffer the size of all buffers, in bytes; 0 for the usual ones */
    Pair(InetAddress address, int buffer) throws IOException {
        try (ServerSocket listening = new ServerSocket()) {
            if (buffer > 0) {
                listening.setReceiveBufferSize(buffer);
            }
            listening.bind(new InetSocketAddress(address, 0), 5);
            client = new Socket();
            if (buffer > 0) {
                client.setSendBufferSize(buffer);
                client.setReceiveBufferSize(buffer);
            }
            client.connect(listening.getLocalSocketAddress());
            server = listening.accept();
        }
    }

    void toServer(String text) throws IOException {
        client.getOutputStream().write(text.getBytes());
    }

    void toClient(String text) throws IOException {
        server.getOutputStream().write(text.getBytes());
    }

    /** Reads exactly so many bytes. */
    static String read(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length));
    }

    /** Waits until so many bytes can be read without waiting. */
    static void await(Socket socket, int length) throws Exception {
        InputStream in = socket.getInputStream();
        while (in.available() < length) {
            Thread.sleep(5);
        }
    }

    /** Long enough for whatever is under way on this machine to arrive. */
    static void settle() throws InterruptedException {
        Thread.sleep(30);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
