package org.sockeye.labs.check;

/** A check asked for something that cannot be, or the grader could not do its part: never the student's fault. */
public final class BrokenCheck extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenCheck(String message) {
        super(message);
    }
}
