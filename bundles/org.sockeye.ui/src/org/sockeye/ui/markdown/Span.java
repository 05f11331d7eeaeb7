package org.sockeye.ui.markdown;

/**
 * A stretch of text that looks different.
 *
 * @param start its first character
 * @param length how many characters it has
 * @param look how it looks
 * @param target what a link leads to; empty for other looks
 */
record Span(int start, int length, Look look, String target) {

    int end() {
        return start + length;
    }

    enum Look {
        TITLE, HEADING, STRONG, EMPHASIS, CODE, CODE_BLOCK, QUOTE, LINK
    }
}
