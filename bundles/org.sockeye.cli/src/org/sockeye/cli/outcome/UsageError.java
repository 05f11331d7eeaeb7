package org.sockeye.cli.outcome;

/** Something that the user gave is wrong; the message is one line that says what, where and the remedy. */
public final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageError(String message) {
        super(message);
    }
}
