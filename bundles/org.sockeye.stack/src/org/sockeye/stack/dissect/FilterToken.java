package org.sockeye.stack.dissect;

/**
 * A word of a display filter.
 *
 * @param kind what it is
 * @param text what it says: of a string, what stands between the quotes, unescaped
 * @param column where it starts, from 1
 */
record FilterToken(Kind kind, String text, int column) {

    enum Kind {
        /** A name, a number, an address: what is not between quotes and is no operator. */
        WORD,
        STRING,
        /** An operator or a bracket; words like {@code and} are turned into their signs. */
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** The token as an error message names it. */
    String quoted() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
