package org.sockeye.drill.assertion;

/** An assertion that does not hold, or an expression that has no value; the message says so in words. */
public final class AssertionFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    AssertionFailedException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line within the block, the first being 0. */
    public int line() {
        return line;
    }
}
