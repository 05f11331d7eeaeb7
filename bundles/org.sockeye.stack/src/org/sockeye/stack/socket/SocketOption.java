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
    TIME_TO_LIVE,
    /** Holds back what does not fill a segment, for 200 ms at most (TCP_CORK). */
    CORK,
    /** The largest segment to announce and to send, in bytes of payload; 0 for what fits the path (TCP_MAXSEG). */
    MAXIMUM_SEGMENT,
    /** Milliseconds that data may go unacknowledged; 0, the default, leaves it to the retries (RFC 5482). */
    USER_TIMEOUT,
    /** Seconds of silence before the first keep-alive probe (TCP_KEEPIDLE). */
    KEEP_ALIVE_IDLE,
    /** Seconds between keep-alive probes (TCP_KEEPINTVL). */
    KEEP_ALIVE_INTERVAL,
    /** Unanswered keep-alive probes that end the connection (TCP_KEEPCNT). */
    KEEP_ALIVE_PROBES,
    /** How often a SYN is sent again (TCP_SYNCNT). */
    SYN_RETRIES,
    /** Bytes that may wait unsent while the socket still counts as writable (TCP_NOTSENT_LOWAT). */
    NOT_SENT_LOW_WATER,
    /** Seconds that a listener leaves alone a client that has not sent anything yet; 0 never (TCP_DEFER_ACCEPT). */
    DEFER_ACCEPT,
    /** 1: acknowledgments do not wait for now; 0: they wait for answers of the program (TCP_QUICKACK). */
    QUICK_ACK,
    /** Seconds that the closed socket waits for the peer's FIN; negative not at all, 0 as long as usual (TCP_LINGER2). */
    FIN_WAIT,
    /** Leaves urgent bytes in the stream (SO_OOBINLINE). */
    URGENT_INLINE,
    /** The treatment asked of routers: the traffic class without its ECN bits (IP_TOS, RFC 2474). */
    TRAFFIC_CLASS,
    /** Path MTU discovery (IP_MTU_DISCOVER): 0 never, 1 as usual, 2 always, 3 without heeding what is learnt. */
    PATH_MTU_DISCOVERY,
    /** The TTL of datagrams sent to groups, 0 to 255; 0 for this host alone. */
    MULTICAST_TTL,
    /** Sockets of this host that take part in a group get what this one sends to it, too. */
    MULTICAST_LOOP,
    /** A socket at IPv6's any address hears no IPv4, which leaves that port to others (RFC 3493, section 5.3). */
    IPV6_ONLY
}
