package org.sockeye.labs.grading;

/** A submission that cannot be opened. The message is one line: the file, what, and the remedy. */
public final class SubmissionException extends Exception {

    private static final long serialVersionUID = 1L;

    public SubmissionException(String message) {
        super(message);
    }
}
