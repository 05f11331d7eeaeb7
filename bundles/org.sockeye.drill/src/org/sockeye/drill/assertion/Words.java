package org.sockeye.drill.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a block into words: names, numbers, texts, operators; a line's end is the word ";". */
final class Words {

    /** What a word is. */
    enum Kind {
        NAME, INTEGER, DECIMAL, TEXT, OPERATOR, END
    }

    /**
     * A word.
     *
     * @param line counted from 0, the block's first
     */
    record Word(Kind kind, String text, int line) {

        boolean is(String operator) {
            return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(operator);
        }
    }

    private static final Pattern WORD = Pattern.compile("(?<blank>[ \\t\\r]+|\\\\\\r?\\n|#[^\\n]*)|(?<end>\\n|;)"
            + "|(?<decimal>\\d*\\.\\d+(?:[eE][-+]?\\d+)?|\\d+\\.(?!\\d)|\\d+[eE][-+]?\\d+)|(?<integer>0[xX][0-9a-fA-F]+|\\d+)"
            + "|(?<name>[A-Za-z_]\\w*)|(?<text>\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*')"
            + "|(?<operator>\\*\\*=?|//=?|<<|>>|[-+*/%]=|[<>=!]=|[-+*/%<>=()\\[\\],&|^~:.])");

    private Words() {
    }

    static List<Word> of(String code) throws AssertionSyntaxException {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(code);
        int at = 0;
        int line = 0;
        int open = 0;
        while (at < code.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new AssertionSyntaxException(line, "'" + code.charAt(at) + "' has no meaning in a block");
            }
            String text = matcher.group();
            if (matcher.group("end") != null) {
                // Within parentheses a line's end means nothing.
                if (open == 0) {
                    words.add(new Word(Kind.OPERATOR, ";", line));
                }
            } else if (matcher.group("blank") == null) {
                words.add(new Word(kind(matcher), text, line));
                open += text.equals("(") || text.equals("[") ? 1 : text.equals(")") || text.equals("]") ? -1 : 0;
            }
            line += (int) text.chars().filter(c -> c == '\n').count();
            at = matcher.end();
        }
        words.add(new Word(Kind.OPERATOR, ";", line));
        words.add(new Word(Kind.END, "", line));
        return words;
    }

    private static Kind kind(Matcher matcher) {
        return matcher.group("decimal") != null ? Kind.DECIMAL : matcher.group("integer") != null ? Kind.INTEGER
                : matcher.group("name") != null ? Kind.NAME : matcher.group("text") != null ? Kind.TEXT : Kind.OPERATOR;
    }
}
