package org.sockeye.drill.script;

/**
 * A word of a script.
 *
 * @param kind what it is
 * @param text as it stands in the script; of a string, command or block what stands between its marks
 * @param position where it begins
 * @param spaced true if a blank or a line's end stands before it
 */
record Token(Kind kind, String text, Position position, boolean spaced) {

    enum Kind {
        INTEGER, DECIMAL, WORD, STRING, COMMAND, BLOCK, OPTION, ELLIPSIS, SYMBOL, END
    }

    boolean is(String symbol) {
        return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbol);
    }

    boolean isNumber() {
        return kind == Kind.INTEGER || kind == Kind.DECIMAL;
    }

    /** How a message shows it. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the script";
            case STRING -> '"' + text + '"';
            case COMMAND -> "a `command`";
            case BLOCK -> "a %{ block }%";
            case OPTION -> "--" + text;
            case ELLIPSIS -> "...";
            case INTEGER, DECIMAL, WORD, SYMBOL -> "'" + text + "'";
        };
    }
}
