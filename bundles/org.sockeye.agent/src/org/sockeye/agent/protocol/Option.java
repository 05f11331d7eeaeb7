package org.sockeye.agent.protocol;

/** Options of a socket: first those that the stack has under the same names, which says what they mean; then others. */
public enum Option {
    REUSE_ADDRESS, SEND_BUFFER, RECEIVE_BUFFER, NO_DELAY, KEEP_ALIVE, LINGER, BROADCAST, TIME_TO_LIVE, CORK,
    MAXIMUM_SEGMENT, USER_TIMEOUT, KEEP_ALIVE_IDLE, KEEP_ALIVE_INTERVAL, KEEP_ALIVE_PROBES, SYN_RETRIES,
    NOT_SENT_LOW_WATER, QUICK_ACK, FIN_WAIT, URGENT_INLINE, TRAFFIC_CLASS, PATH_MTU_DISCOVERY, MULTICAST_TTL,
    MULTICAST_LOOP,
    /** An address of the interface that sends to groups of IPv4, as one number, first byte highest; 0 for the first. */
    MULTICAST_INTERFACE_4,
    /** The index of the interface that sends to groups of IPv6; 0 for the first. */
    MULTICAST_INTERFACE_6,
    /** As the stack's. */
    IPV6_ONLY,
    /** For GET_OPTION only: fails with the error that waits to be told, which is thereby told; else 0. */
    ERROR
}
