package org.sockeye.agent.protocol;

/**
 * What a program may ask of the network. An <em>endpoint</em> is a {@link Sockaddr}; an <em>address</em> is 16 bytes, as in
 * one.
 */
public enum Operation {
    /** Bytes: endpoint. */
    BIND,
    /** Number: backlog. */
    LISTEN,
    /** Replies with the new socket's number, and the peer's endpoint; or AGAIN. */
    ACCEPT,
    /** Bytes: endpoint. Replies DONE if connected, or AGAIN. */
    CONNECT,
    /** Replies DONE once connected, AGAIN before, and the reason if it failed. */
    CONNECTED,
    /** Forgets a datagram socket's peer. */
    DISCONNECT,
    /** Number: how many bytes at most. Replies with bytes (none at the end of the stream), or AGAIN. */
    READ,
    /** Bytes: the data. Replies with how many were taken, or AGAIN. */
    WRITE,
    /** Number: how many bytes at most. Replies with the datagram's whole length, the sender's endpoint and the bytes; or AGAIN. */
    RECEIVE,
    /** Bytes: endpoint (port 0: the connected peer) and the datagram. */
    SEND,
    /** Replies with the number of bytes that READ would give now. */
    AVAILABLE,
    /** Number: 0 input, 1 output, 2 both. */
    SHUTDOWN,
    /** Replies once the data have been acknowledged, if the socket lingers (SO_LINGER); else at once. */
    CLOSE,
    /** Replies with an endpoint. */
    LOCAL,
    /** Replies with an endpoint. */
    REMOTE,
    /** Number: an {@link Option}'s ordinal. */
    GET_OPTION,
    /** Number: an {@link Option}'s ordinal. Bytes: four, the value. */
    SET_OPTION,
    /** Replies with the host's name. */
    HOST_NAME,
    /** Bytes: a name. Replies with 16 bytes an address, none if there is no such name. */
    RESOLVE,
    /** Bytes: an address. Replies with its name, empty if it has none. */
    REVERSE,
    /** Bytes: endpoint, whose port does not matter. Number: milliseconds to wait. Replies 1 if it answered, else 0. */
    PING,
    /**
     * Replies with a line an interface, words with spaces between: name, index, MTU in bytes, flags with commas between
     * ({@code up}, {@code loopback}, {@code broadcast}, {@code multicast}), MAC address ({@code -} if it has none), and
     * addresses with their prefix lengths, such as {@code 10.0.1.2/24} and {@code fe80::1/64}.
     */
    INTERFACES,
    /** Replies with a line of standard input, no bytes at its end. */
    INPUT,
    /** As WRITE, and the last byte is urgent (RFC 6093). */
    WRITE_URGENT,
    /** As READ, for the urgent byte alone, if it is not part of the stream. */
    READ_URGENT,
    /** As READ, and the bytes stay. */
    PEEK,
    /** As RECEIVE, and the datagram stays. */
    PEEK_DATAGRAM,
    /** Bytes: {@link Group}. */
    JOIN,
    /** Bytes: {@link Group}. */
    LEAVE,
    /** Bytes: {@link Group}, of which the source is not to be heard. */
    BLOCK,
    /** Bytes: {@link Group}, of which the source is to be heard again. */
    UNBLOCK
}
