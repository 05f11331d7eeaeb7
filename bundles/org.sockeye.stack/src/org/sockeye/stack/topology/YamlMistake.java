package org.sockeye.stack.topology;

/** A mistake in a topology file whose line is known. */
final class YamlMistake extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;

    YamlMistake(int line, String mistake) {
        super(mistake);
        this.line = line;
    }

    /** From 1. */
    int line() {
        return line;
    }
}
