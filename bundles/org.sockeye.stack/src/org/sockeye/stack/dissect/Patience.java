package org.sockeye.stack.dissect;

import java.util.regex.Pattern;

/**
 * Text that a pattern may look at only so often. There are patterns that try more ways to match than anybody can wait
 * for, and whoever types one should lose nothing but its matches.
 */
final class Patience implements CharSequence {

    private static final int LOOKS = 5_000_000;

    /** Thrown to leave the search, which offers no other way out. */
    private static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1;

        Lost() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private int looks;

    private Patience(String text) {
        this.text = text;
    }

    /** True if the pattern is found in the text; false also if that cannot be told in reasonable time. */
    static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Patience(text)).find();
        } catch (Lost | StackOverflowError tooComplex) {
            return false;
        }
    }

    @Override
    public char charAt(int index) {
        if (++looks > LOOKS) {
            throw new Lost();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
