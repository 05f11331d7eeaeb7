package org.sockeye.drill.script;

/** A construct of the dialect that is well formed but not spoken here; the message names it. */
public final class UnsupportedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    public UnsupportedException(Position position, String construct) {
        super(construct);
        this.position = position;
    }

    public Position position() {
        return position;
    }
}
