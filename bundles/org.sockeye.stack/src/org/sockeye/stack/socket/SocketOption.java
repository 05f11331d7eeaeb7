package org.sockeye.stack.socket;

/** Options of a socket. Flags are 0 or 1. */
public enum SocketOption {
    /** May bind a port that a connection in TIME_WAIT still has. */
    REUSE_ADDRESS,
    /** Bytes of send buffer. */
    SEND_BUFFER,
    /** Bytes of receive buffer. */
    RECEIVE_BUFFER,
    /** Sends small segments at once: no Nagle (RFC 1122, section 4.2.3.4). */
    NO_DELAY,
    /** Probes an idle connection. */
    KEEP_ALIVE,
    /** Seconds that close waits for data to be acknowledged; 0 resets; -1, the default, does not wait. */
    LINGER,
    /** May send to the broadcast address. */
    BROADCAST,
    /** The TTL of datagrams sent. */
    TIME_TO_LIVE
}
