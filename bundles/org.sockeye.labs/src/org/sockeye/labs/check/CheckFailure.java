package org.sockeye.labs.check;

/** An expectation that did not come true: the student's to mend. The story tells the rest. */
public final class CheckFailure extends AssertionError {

    private static final long serialVersionUID = 1L;

    public CheckFailure(String message) {
        super(message);
    }
}
