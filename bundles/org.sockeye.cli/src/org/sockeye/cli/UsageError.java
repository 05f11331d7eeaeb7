package org.sockeye.cli;

/** Something that the user gave is wrong; the message is one line that says what, where and the remedy. */
final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageError(String message) {
        super(message);
    }
}
