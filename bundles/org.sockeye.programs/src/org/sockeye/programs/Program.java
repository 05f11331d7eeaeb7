package org.sockeye.programs;

import java.util.List;
import java.util.OptionalInt;
import org.sockeye.stack.socket.Socket;

/** A program of a run: a process on a simulated host. */
public interface Program {

    ProgramSpec spec();

    /** True once it has a socket that listens, or a datagram socket that is bound. */
    boolean isListening();

    /**
     * The sockets that it has open, in the order in which it opened them; a server's listens if its state is LISTEN. For
     * views: look, do not touch.
     */
    List<Socket> sockets();

    /** True while it waits: it will do nothing until the network, the clock or its input gives it something. */
    boolean isWaiting();

    /** Its exit status, once it has ended by itself or been stopped. */
    OptionalInt exitStatus();

    /** What it has printed to standard output so far. */
    byte[] output();

    /** What it has printed to standard error so far. */
    byte[] errors();

    /**
     * Gives it input, if its spec says {@link ProgramSpec.Input.Typed}.
     *
     * @throws IllegalStateException if the spec says otherwise
     */
    void type(byte[] bytes);

    /** Ends the input of a {@link ProgramSpec.Input.Typed} program. */
    void endInput();

    /** Ends it and its children; its sockets close as when a process is killed. */
    void stop();
}
