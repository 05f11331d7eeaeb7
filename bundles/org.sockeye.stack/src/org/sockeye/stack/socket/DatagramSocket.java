package org.sockeye.stack.socket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;

/** A socket whose messages arrive whole or not at all: UDP. */
public non-sealed interface DatagramSocket extends Socket {

    /**
     * Names the one peer to send to and to receive from; null takes that back.
     *
     * @throws SocketError ENETUNREACH
     */
    void connect(@Nullable Endpoint remote) throws SocketError;

    /**
     * Sends one datagram, binding the socket first if need be.
     *
     * @param remote the receiver; null for the connected peer
     * @throws SocketError EDESTADDRREQ, EMSGSIZE (over 65507 bytes), ENETUNREACH, EACCES (broadcast without the option),
     *             ECONNREFUSED (told of an earlier datagram, when connected)
     */
    void send(byte[] bytes, @Nullable Endpoint remote, Origin origin) throws SocketError;

    /** True if {@link #receive} would give a datagram or throw the error that waits to be told. */
    boolean isReadable();

    /** The next datagram that arrived, or empty. */
    Optional<Datagram> receive() throws SocketError;

    /**
     * A datagram that arrived.
     *
     * @param from its sender
     * @param bytes its payload
     */
    record Datagram(Endpoint from, byte[] bytes) {
    }
}
