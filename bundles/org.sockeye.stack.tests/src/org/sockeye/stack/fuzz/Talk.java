package org.sockeye.stack.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/** Two programs that send each other a stream each, in pieces of any size, and end somehow. */
final class Talk {

    private static final Origin ORIGIN = Origin.stack("fuzz");

    private final Network network;
    private final RandomGenerator random;
    private final End client;
    private final StreamSocket listener;
    private End server;

    /** The stream that one end sends, and what it has received of the other's. */
    private final class End {
        private final StreamSocket socket;
        private final long salt;
        private final long otherSalt;
        private final int toSend;
        private long sent;
        private long received;
        private boolean finished;

        End(StreamSocket socket, long salt, long otherSalt) {
            this.socket = socket;
            this.salt = salt;
            this.otherSalt = otherSalt;
            this.toSend = random.nextInt(60_000);
        }

        /** Does a little of what it has to do, and comes back later. */
        void turn() {
            try {
                if (socket.isClosed()) {
                    return;
                }
                receive();
                send();
            } catch (SocketError over) {
                // Reset, timed out or refused; programs see that every day.
                socket.close();
                return;
            }
            network.events().after(random.nextLong(30_000_000), this::turn);
        }

        private void receive() throws SocketError {
            byte[] into = new byte[1 + random.nextInt(4000)];
            int count = socket.receive(into, 0, into.length);
            for (int i = 0; i < count; i++) {
                assertEquals(at(otherSalt, received + i), into[i], () -> "byte of " + socket.local());
            }
            received += Math.max(count, 0);
            if (count < 0) {
                End other = this == client ? server : client;
                assertTrue(other.finished, "the stream ends only after the peer has ended it");
                assertEquals(other.sent, received, "the stream ends where the peer has ended it");
                if (finished || random.nextInt(20) == 0) {
                    finished = true;
                    socket.close();
                }
            }
        }

        private void send() throws SocketError {
            if (finished || !socket.isConnected()) {
                return;
            }
            int length = (int) Math.min(1 + random.nextInt(5000), toSend - sent);
            if (length == 0) {
                finished = true;
                socket.shutdownOutput();
                return;
            }
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = at(salt, sent + i);
            }
            sent += socket.send(bytes, 0, length, ORIGIN);
            if (random.nextInt(500) == 0) {
                socket.set(SocketOption.LINGER, 0);
                socket.close();
            }
        }
    }

    private static byte at(long salt, long position) {
        return (byte) ((salt + position) * 0x9e3779b97f4a7c15L >>> 56);
    }

    /** Begins at once, if there is a way; {@code address} is one of {@code to}. */
    Talk(Network network, RandomGenerator random, Host from, Host to, Endpoint address) throws SocketError {
        this.network = network;
        this.random = random;
        listener = to.sockets().stream();
        configure(listener);
        listener.bind(new Endpoint(address.address() instanceof Ipv4Address ? Ipv4Address.ANY : Ipv6Address.ANY,
                address.port()));
        listener.listen(1);
        listener.observe(this::accept);
        StreamSocket socket = from.sockets().stream();
        configure(socket);
        client = new End(socket, address.port(), address.port() + 1_000_000L);
        server = client;
        try {
            socket.connect(address);
            network.events().after(1, client::turn);
        } catch (SocketError unreachable) {
            // It does not speak that version, or has no address yet.
            socket.close();
        }
    }

    private void configure(StreamSocket socket) throws SocketError {
        if (random.nextInt(3) == 0) {
            socket.set(SocketOption.RECEIVE_BUFFER, 1 + random.nextInt(20_000));
            socket.set(SocketOption.SEND_BUFFER, 1 + random.nextInt(20_000));
        }
        socket.set(SocketOption.NO_DELAY, random.nextInt(2));
    }

    private void accept() {
        try {
            listener.accept().ifPresent(socket -> {
                server = new End(socket, client.otherSalt, client.salt);
                listener.close();
                network.events().after(1, server::turn);
            });
        } catch (SocketError closed) {
            // Nobody else is wanted.
            listener.close();
        }
    }

    /** Ends whatever still goes on. */
    void hangUp() {
        listener.close();
        client.socket.close();
        server.socket.close();
    }

    /** Bytes that arrived, in both directions. */
    long delivered() {
        return client.received + (server == client ? 0 : server.received);
    }
}
