package org.sockeye.drill.assertion;

/** A block that is not well formed. */
public final class AssertionSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final boolean unsupported;

    AssertionSyntaxException(int line, String message) {
        this(line, message, false);
    }

    private AssertionSyntaxException(int line, String message, boolean unsupported) {
        super(message);
        this.line = line;
        this.unsupported = unsupported;
    }

    /** Python would understand it, this language does not. */
    static AssertionSyntaxException unsupported(int line, String construct) {
        return new AssertionSyntaxException(line, construct, true);
    }

    /** The line within the block, the first being 0. */
    public int line() {
        return line;
    }

    /** True if the block is Python that is not spoken here. */
    public boolean isUnsupported() {
        return unsupported;
    }
}
