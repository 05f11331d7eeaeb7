package org.sockeye.stack.socket;

import java.util.Optional;
import org.sockeye.stack.wire.Endpoint;

/** What stream and datagram sockets have in common. No call blocks. */
public sealed interface Socket permits StreamSocket, DatagramSocket {

    /** Replaces the observer; there is one. */
    void observe(SocketObserver observer);

    /**
     * Gives the socket its local endpoint.
     *
     * @param local port 0 for a free one from 49152 on (RFC 6335)
     * @throws SocketError EADDRINUSE, EADDRNOTAVAIL, EINVAL (bound already)
     */
    void bind(Endpoint local) throws SocketError;

    /** The local endpoint; address and port are "any" and 0 until bound. */
    Endpoint local();

    /** The peer, once one has been named. */
    Optional<Endpoint> remote();

    /** Sets an option; its effect begins at once. */
    void set(SocketOption option, int value) throws SocketError;

    /** An option's value now. */
    int get(SocketOption option);

    /** The error that has been waiting to be told (SO_ERROR), which is thereby told. */
    Optional<Errno> takeError();

    /** The program is done with it. A stream sends what is queued, then FIN, unless input is left unread: then RST. */
    void close();

    boolean isClosed();
}
