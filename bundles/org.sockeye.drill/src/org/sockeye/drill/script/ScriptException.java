package org.sockeye.drill.script;

/** A script that is not well formed; the message says what is wrong and how to mend it. */
public final class ScriptException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    public ScriptException(Position position, String message) {
        super(message);
        this.position = position;
    }

    public Position position() {
        return position;
    }
}
