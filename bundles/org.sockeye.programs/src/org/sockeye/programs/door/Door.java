package org.sockeye.programs.door;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sockeye.agent.protocol.Hello;

/** Takes connections, and hands what arrives on them to whoever is in charge of each. */
public final class Door implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final Selector selector;
    private final ServerSocketChannel listening;
    private final Visitors visitors;

    /** Decides what becomes of a new connection. */
    @FunctionalInterface
    public interface Visitors {

        /** Sets the connection's receiver, or closes it. */
        void greet(Hello hello, Connection connection);
    }

    public Door(Path path, Visitors visitors) throws IOException {
        this.visitors = visitors;
        selector = Selector.open();
        listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(path), BACKLOG);
        listening.configureBlocking(false);
        listening.register(selector, SelectionKey.OP_ACCEPT);
    }

    /**
     * Runs {@code action} in {@link #serve} whenever a channel is ready.
     *
     * @param operations for what, as {@link SelectionKey} says; the key may be used to change it
     */
    public SelectionKey watch(SelectableChannel channel, int operations, Runnable action) throws IOException {
        return channel.register(selector, operations, action);
    }

    /**
     * Handles what has arrived.
     *
     * @param milliseconds how long to wait for something to arrive; 0 not at all
     * @return true if anything had
     */
    public boolean serve(long milliseconds) throws IOException {
        int ready = milliseconds == 0 ? selector.selectNow(this::handle) : selector.select(this::handle, milliseconds);
        return ready > 0;
    }

    /** Makes a {@link #serve} that waits return. From any thread. */
    public void wakeUp() {
        selector.wakeup();
    }

    private void handle(SelectionKey key) {
        if (key.attachment() instanceof Connection connection) {
            read(key, connection);
        } else if (key.attachment() instanceof Runnable reader) {
            reader.run();
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            for (SocketChannel channel = listening.accept(); channel != null; channel = listening.accept()) {
                channel.configureBlocking(false);
                Connection connection = new Connection(channel);
                connection.receiver(body -> greet(body, connection), () -> {
                });
                read(channel.register(selector, SelectionKey.OP_READ, connection), connection);
            }
        } catch (IOException e) {
            // Whoever knocked has gone again.
        }
    }

    private void greet(ByteBuffer body, Connection connection) {
        @Nullable Hello hello = null;
        try {
            hello = Hello.decode(body);
        } catch (RuntimeException e) {
            connection.close();
        }
        if (hello != null) {
            visitors.greet(hello, connection);
        }
    }

    private static void read(SelectionKey key, Connection connection) {
        connection.read();
        if (connection.isDetached()) {
            key.cancel();
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Connection connection) {
                connection.close();
            }
        }
        listening.close();
        selector.close();
    }
}
