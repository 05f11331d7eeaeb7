package org.sockeye.stack.socket;

import java.util.Optional;
import java.util.OptionalInt;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;

/** A socket whose bytes arrive whole and in order: TCP, or any transport that promises the same. */
public non-sealed interface StreamSocket extends Socket {

    /**
     * Waits for clients from now on.
     *
     * @param backlog how many established connections may wait to be accepted
     * @throws SocketError EINVAL (connected already), EADDRINUSE
     */
    void listen(int backlog) throws SocketError;

    /** A connection that has been established and not yet accepted; empty if none is. */
    Optional<StreamSocket> accept() throws SocketError;

    /** True if {@link #accept} would give a connection. */
    boolean isAcceptable();

    /**
     * Starts to connect; {@link #isConnected()} or {@link #takeError()} tell the outcome.
     *
     * @throws SocketError EISCONN, ENETUNREACH, EADDRNOTAVAIL, EINVAL (listening)
     */
    void connect(Endpoint remote) throws SocketError;

    /** True from the moment the three-way handshake is done, until closed or reset. */
    boolean isConnected();

    /**
     * Queues bytes to be sent.
     *
     * @return how many fitted the send buffer; 0 if it is full
     * @throws SocketError EPIPE, ECONNRESET, ENOTCONN, ETIMEDOUT
     */
    int send(byte[] bytes, int offset, int length, Origin origin) throws SocketError;

    /**
     * The same for the beginning of something longer (MSG_MORE): what does not fill a segment waits for the rest, and no
     * push marks its end.
     */
    default int sendPart(byte[] bytes, int offset, int length, Origin origin) throws SocketError {
        return send(bytes, offset, length, origin);
    }

    /** The same, and nothing that follows goes in one segment with the last of these bytes (MSG_EOR). */
    default int sendRecord(byte[] bytes, int offset, int length, Origin origin) throws SocketError {
        return send(bytes, offset, length, origin);
    }

    /**
     * The same for urgent data (MSG_OOB, RFC 6093), whose last byte is the urgent one.
     *
     * @throws SocketError EOPNOTSUPP, if the transport knows no urgent data, and those of {@link #send}
     */
    default int sendUrgent(byte[] bytes, int offset, int length, Origin origin) throws SocketError {
        throw new SocketError(Errno.EOPNOTSUPP);
    }

    /** How many bytes have been queued and not been acknowledged (SIOCOUTQ). */
    default int unacknowledged() {
        return 0;
    }

    /** How many bytes have been queued and not been sent (SIOCOUTQNSD). */
    default int unsent() {
        return 0;
    }

    /** How many bytes {@link #send} would take now. */
    int sendSpace();

    /** True if there is room enough to tell a program about that waits for it. */
    default boolean isWritable() {
        return sendSpace() > 0;
    }

    /**
     * Takes bytes that arrived.
     *
     * @return how many; 0 if none are there yet; -1 at the end of the stream
     * @throws SocketError ECONNRESET, ETIMEDOUT, ENOTCONN
     */
    int receive(byte[] into, int offset, int length) throws SocketError;

    /**
     * Copies bytes that arrived, as {@link #receive} would give them, and leaves them where they are (MSG_PEEK).
     *
     * @throws SocketError as {@link #receive}
     */
    default int peek(byte[] into, int offset, int length) throws SocketError {
        throw new SocketError(Errno.EOPNOTSUPP);
    }

    /**
     * Takes the urgent byte, if one has arrived (MSG_OOB).
     *
     * @return empty if it has been announced only
     * @throws SocketError EINVAL if there is none, it has been taken, or it is part of the stream
     */
    default OptionalInt receiveUrgent() throws SocketError {
        throw new SocketError(Errno.EINVAL);
    }

    /** True if the byte to be read next is, or was, the urgent one (SIOCATMARK). */
    default boolean isAtUrgentMark() {
        return false;
    }

    /** True if there is urgent data that the program has not taken. */
    default boolean hasUrgent() {
        return false;
    }

    /** How many bytes {@link #receive} would give now, the end of the stream not counted. */
    int available();

    /** True once {@link #receive} would say -1: the peer's FIN is the next thing to read. */
    boolean isAtEnd();

    /** Sends FIN behind what is queued; the peer may go on sending. */
    void shutdownOutput() throws SocketError;

    /** Reads nothing more; what still arrives is dropped. */
    void shutdownInput() throws SocketError;

    /** The connection's state as RFC 9293, section 3.3.2 names it, such as "ESTABLISHED"; for views. */
    String state();

    /** What the connection knows about itself; empty without one, or if it is not TCP's. */
    default Optional<TcpInfo> info() {
        return Optional.empty();
    }

    /** The name of the algorithm that guards the network from this socket (TCP_CONGESTION); empty if it has none. */
    default String congestionControl() {
        return "";
    }

    /**
     * Chooses the algorithm that guards the network from this socket.
     *
     * @throws SocketError if there is none of that name (ENOENT), or the transport has none to choose (ENOPROTOOPT)
     */
    default void congestionControl(String name) throws SocketError {
        throw new SocketError(Errno.ENOPROTOOPT);
    }
}
