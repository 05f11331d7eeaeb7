package org.sockeye.agent.protocol;

/**
 * What a program may ask of the network. An <em>endpoint</em> is {@link Texts#endpoint}.
 */
public enum Operation {
    /** Bytes: endpoint. */
    BIND,
    /** Number: backlog. */
    LISTEN,
    /** Replies with the new socket's number and the peer's endpoint, or AGAIN. */
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
    /** Number: how many bytes at most. Replies with the sender's endpoint and the datagram, or AGAIN. */
    RECEIVE,
    /** Bytes: endpoint (port 0: the connected peer) and the datagram. */
    SEND,
    /** Replies with the number of bytes that READ would give now. */
    AVAILABLE,
    /** Number: 0 input, 1 output, 2 both. */
    SHUTDOWN,
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
    /** Bytes: a name. Replies with four bytes an address, none if there is no such name. */
    RESOLVE,
    /** Bytes: an address. Replies with its name, empty if it has none. */
    REVERSE,
    /** Bytes: an address. Number: milliseconds to wait. Replies 1 if it answered, else 0. */
    PING,
    /** Replies with a line an interface: name, then addresses, with spaces between. */
    INTERFACES,
    /** Replies with a line of standard input, no bytes at its end. */
    INPUT
}
