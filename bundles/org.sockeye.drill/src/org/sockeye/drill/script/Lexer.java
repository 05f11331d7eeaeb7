package org.sockeye.drill.script;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.drill.script.Token.Kind;

/** Cuts a script into tokens; comments and blanks fall away. */
final class Lexer {

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;
    private boolean spaced = true;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of {@code text}, the last one being the end. */
    static List<Token> tokens(String text) throws ScriptException {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Kind.END);
        return tokens;
    }

    private Token next() throws ScriptException {
        spaced = false;
        skipBlanks();
        Position here = here();
        if (at == text.length()) {
            return new Token(Kind.END, "", here, true);
        }
        char first = text.charAt(at);
        if (first == '"') {
            return enclosed(Kind.STRING, "\"", "\"", here);
        } else if (first == '`') {
            return enclosed(Kind.COMMAND, "`", "`", here);
        } else if (text.startsWith("%{", at)) {
            return enclosed(Kind.BLOCK, "%{", "}%", here);
        } else if (text.startsWith("...", at)) {
            return token(Kind.ELLIPSIS, 3, here);
        } else if (text.startsWith("--", at) && at + 2 < text.length() && isWord(text.charAt(at + 2))) {
            return option(here);
        }
        int number = numberLength();
        int word = wordLength(at);
        if (number > 0 && number >= word) {
            String digits = text.substring(at, at + number);
            return token(digits.contains(".") ? Kind.DECIMAL : Kind.INTEGER, number, here);
        } else if (word > 0) {
            boolean hexadecimal = text.substring(at, at + word).matches("0[xX][0-9a-fA-F]+");
            return token(hexadecimal ? Kind.INTEGER : Kind.WORD, word, here);
        }
        return token(Kind.SYMBOL, 1, here);
    }

    /** Everything up to the next blank belongs to an option: its value may hold commas, colons, slashes. */
    private Token option(Position here) {
        int end = at + 2;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        Token option = new Token(Kind.OPTION, text.substring(at + 2, end), here, spaced);
        advance(end - at);
        return option;
    }

    private Token enclosed(Kind kind, String open, String close, Position here) throws ScriptException {
        int end = at + open.length();
        while (end < text.length() && !text.startsWith(close, end)) {
            end += text.charAt(end) == '\\' && kind != Kind.BLOCK ? 2 : 1;
        }
        if (end >= text.length()) {
            throw new ScriptException(here, "what " + open + " opens is never closed; write " + close + " behind it");
        }
        Token token = new Token(kind, text.substring(at + open.length(), end), here, spaced);
        advance(end + close.length() - at);
        return token;
    }

    private Token token(Kind kind, int length, Position here) {
        Token token = new Token(kind, text.substring(at, at + length), here, spaced);
        advance(length);
        return token;
    }

    /** The length of the number here, such as -1, .5 or 0.25; 0 if there is none. */
    private int numberLength() {
        int end = text.charAt(at) == '-' ? at + 1 : at;
        int digits = end;
        end = digitsFrom(end);
        if (end < text.length() && text.charAt(end) == '.' && digitsFrom(end + 1) > end + 1) {
            return digitsFrom(end + 1) - at;
        }
        return end > digits ? end - at : 0;
    }

    private int digitsFrom(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private int wordLength(int from) {
        int end = from;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end - from;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private void skipBlanks() throws ScriptException {
        while (at < text.length()) {
            int length = blankLength();
            if (length == 0) {
                return;
            }
            advance(length);
            spaced = true;
        }
    }

    private int blankLength() throws ScriptException {
        if (Character.isWhitespace(text.charAt(at))) {
            return 1;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return (end < 0 ? text.length() : end) - at;
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                throw new ScriptException(here(), "this comment never ends; close it with */");
            }
            return end + 2 - at;
        }
        return 0;
    }

    private Position here() {
        return new Position(line, at - lineStart + 1);
    }

    private void advance(int length) {
        for (int end = at + length; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }
}
