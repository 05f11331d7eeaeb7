package org.sockeye.agent.protocol;

/** Options of a socket, with the stack's names. */
public enum Option {
    REUSE_ADDRESS, SEND_BUFFER, RECEIVE_BUFFER, NO_DELAY, KEEP_ALIVE, LINGER, BROADCAST, TIME_TO_LIVE
}
