package org.sockeye.programs;

/** Is told about programs as things happen, on the thread that drives the run. */
public interface RunListener {

    default void started(Program program) {
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
