package org.sockeye.agent.protocol;

/** What a connection to the network's door is for. */
public enum Role {
    /** One a process: {@link Command}s from the network. The program ends when it does. */
    CONTROL,
    /** {@link Call}s, each answered by a {@link Reply} before the next one. */
    CALLS,
    /** A new simulated stream socket's descriptor; the reply's value is the socket's number. */
    STREAM,
    /** A new simulated datagram socket's descriptor; the reply's value is the socket's number. */
    DATAGRAM,
    /** The descriptor of a connection that was accepted; the hello's number is the socket's. */
    ACCEPTED,
    /**
     * As CONTROL, for a process that is no virtual machine. The hello's number is that of the process which has forked or
     * executed it, whose sockets it inherits; -1 if there is none.
     */
    NATIVE
}
