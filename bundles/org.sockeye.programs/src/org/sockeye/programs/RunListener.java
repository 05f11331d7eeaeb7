package org.sockeye.programs;

import org.sockeye.stack.wire.Endpoint;

/** Is told about programs as things happen, on the thread that drives the run. */
public interface RunListener {

    /** A program's process exists. */
    default void started(Program program) {
    }

    /** A program has begun to listen, or has bound a datagram socket. */
    default void listens(Program program, Endpoint local) {
    }

    /**
     * A program printed something.
     *
     * @param error true for standard error
     */
    default void output(Program program, boolean error, byte[] bytes) {
    }

    default void exited(Program program, int status) {
    }
}
