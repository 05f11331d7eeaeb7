package org.sockeye.stack.socket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;

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

    /**
     * Takes part in a group: from now on the socket gets what is sent to it and to the socket's port.
     *
     * @param group 224.0.0.0 to 239.255.255.255, or ff00::/8
     * @param port the name of the interface, such as "eth0"; "" for the first
     * @throws SocketError EINVAL (no group), EADDRINUSE (it does already), ENODEV (no such interface)
     */
    default void join(IpAddress group, String port) throws SocketError {
        throw new SocketError(Errno.EINVAL);
    }

    /**
     * Takes part in a group no longer.
     *
     * @throws SocketError EADDRNOTAVAIL if it did not
     */
    default void leave(IpAddress group, String port) throws SocketError {
        throw new SocketError(Errno.EADDRNOTAVAIL);
    }

    /**
     * Takes part in what one source sends to a group, too (RFC 3678, section 3).
     *
     * @throws SocketError EINVAL (no group, or it hears all of it), EADDRNOTAVAIL (it hears that source already), ENODEV
     */
    default void join(IpAddress group, String port, IpAddress source) throws SocketError {
        throw new SocketError(Errno.EINVAL);
    }

    /**
     * Takes part in what one source sends to a group no longer.
     *
     * @throws SocketError EADDRNOTAVAIL if it did not
     */
    default void leave(IpAddress group, String port, IpAddress source) throws SocketError {
        throw new SocketError(Errno.EADDRNOTAVAIL);
    }

    /**
     * Hears a source no longer that sends to a group of which it hears all, or hears it again.
     *
     * @throws SocketError EINVAL (it does not hear all of the group), EADDRNOTAVAIL (the source is so already)
     */
    default void block(IpAddress group, String port, IpAddress source, boolean blocked) throws SocketError {
        throw new SocketError(Errno.EINVAL);
    }

    /** Sends to groups by the interface of that name; "", as at first, for the first. */
    default void multicastInterface(String port) throws SocketError {
        throw new SocketError(Errno.EINVAL);
    }

    /** True if {@link #receive} would give a datagram or throw the error that waits to be told. */
    boolean isReadable();

    /** The next datagram that arrived, or empty. */
    Optional<Datagram> receive() throws SocketError;

    /** The next datagram that arrived, which stays (MSG_PEEK); or empty. */
    default Optional<Datagram> peek() throws SocketError {
        throw new SocketError(Errno.EOPNOTSUPP);
    }

    /**
     * A datagram that arrived.
     *
     * @param from its sender
     * @param bytes its payload
     */
    record Datagram(Endpoint from, byte[] bytes) {
    }
}
