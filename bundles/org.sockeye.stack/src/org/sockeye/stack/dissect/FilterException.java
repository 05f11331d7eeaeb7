package org.sockeye.stack.dissect;

/** A display filter that cannot be understood; the message says where, why and what to write instead. */
public final class FilterException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int column;

    FilterException(int column, String what) {
        super("column " + column + ": " + what);
        this.column = column;
    }

    /** Where in the filter's text, from 1. */
    public int column() {
        return column;
    }
}
