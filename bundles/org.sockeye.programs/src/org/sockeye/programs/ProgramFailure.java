package org.sockeye.programs;

/** A program could not be started. The message is one line: what, where, and the remedy. */
public final class ProgramFailure extends Exception {

    private static final long serialVersionUID = 1L;

    public ProgramFailure(String message) {
        super(message);
    }
}
