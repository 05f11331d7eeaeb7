package org.sockeye.programs.outside;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;

/** Carries bytes between a real connection and a simulated one, no faster than whoever reads them. */
final class Bridge {

    private static final int BUFFER = 64 * 1024;

    private final SocketChannel real;
    private final StreamSocket simulated;
    private final Origin origin;
    /** From the real side, to be sent; kept as if just written. */
    private final ByteBuffer inward = ByteBuffer.allocate(BUFFER);
    /** To the real side; kept ready to be written from. */
    private final ByteBuffer outward = ByteBuffer.allocate(BUFFER).flip();
    private @Nullable SelectionKey key;
    private boolean begun;
    private boolean arrived = true;
    private boolean realEnd;
    private boolean endSent;
    private boolean endReceived;

    Bridge(SocketChannel real, Host client) {
        this.real = real;
        simulated = client.sockets().stream();
        origin = Origin.stack(client.name());
        simulated.observe(this::changed);
    }

    /** Where to say what to be told of. */
    void watch(SelectionKey watched) {
        key = watched;
    }

    boolean isOver() {
        return !real.isOpen();
    }

    boolean hasArrived() {
        return arrived && !isOver();
    }

    /** The real side can be read or written. */
    void ready() {
        try {
            if (inward.hasRemaining() && !realEnd) {
                int count = real.read(inward);
                realEnd = count < 0;
                arrived |= count != 0;
            }
            outward();
        } catch (SocketError | IOException e) {
            abort();
        }
    }

    /** Gives the simulated side what has arrived at the real one; first of all it connects to {@code server}. */
    void deliver(Endpoint server) {
        arrived = false;
        try {
            if (!begun) {
                begun = true;
                simulated.connect(server);
            }
            inward();
        } catch (SocketError e) {
            abort();
        }
    }

    /** The simulated side has something to say. */
    private void changed() {
        if (isOver()) {
            return;
        }
        try {
            if (simulated.takeError().isPresent()) {
                abort();
            } else {
                inward();
                outward();
            }
        } catch (SocketError | IOException e) {
            abort();
        }
    }

    private void inward() throws SocketError {
        if (!simulated.isConnected()) {
            return;
        }
        inward.flip();
        while (inward.hasRemaining() && simulated.sendSpace() > 0) {
            int taken = simulated.send(inward.array(), inward.position(), inward.remaining(), origin);
            inward.position(inward.position() + taken);
        }
        inward.compact();
        if (realEnd && inward.position() == 0 && !endSent) {
            endSent = true;
            simulated.shutdownOutput();
        }
        listen();
    }

    private void outward() throws SocketError, IOException {
        do {
            if (!outward.hasRemaining() && simulated.available() > 0) {
                outward.clear().limit(Math.max(0, simulated.receive(outward.array(), 0, BUFFER)));
            }
        } while (real.write(outward) > 0);
        if (!outward.hasRemaining() && begun && simulated.isAtEnd() && !endReceived) {
            endReceived = true;
            real.shutdownOutput();
        }
        if (endReceived && endSent) {
            simulated.close();
            real.close();
        }
        listen();
    }

    private void listen() {
        SelectionKey watched = key;
        if (watched != null && watched.isValid()) {
            watched.interestOps((inward.hasRemaining() && !realEnd ? SelectionKey.OP_READ : 0)
                    | (outward.hasRemaining() ? SelectionKey.OP_WRITE : 0));
        }
    }

    /** Neither side gets any more: the real one sees a reset, the simulated one an end. */
    void abort() {
        try {
            if (real.isOpen()) {
                real.setOption(StandardSocketOptions.SO_LINGER, 0);
                real.close();
            }
        } catch (IOException e) {
            // It is of no use any more either way.
        }
        simulated.close();
    }
}
