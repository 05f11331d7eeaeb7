package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sockeye.stack.dissect.FilterToken.Kind;

/** Splits a display filter into words. */
final class FilterLexer {

    /** Longer ones first, as the first that fits is taken. */
    private static final List<String> SIGNS = List.of("===", "!==", "==", "!=", "~=", "<=", ">=", "&&", "||", "^^",
            "..", "<",
            ">",
            "!", "~", "(", ")", "{", "}", "[", "]", ",", "&", "=");

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("eq", "=="), Map.entry("any_eq", "=="),
            Map.entry("ne", "!="), Map.entry("all_ne", "!="), Map.entry("all_eq", "==="), Map.entry("any_ne", "!=="),
            Map.entry("lt", "<"), Map.entry("le", "<="), Map.entry("gt", ">"), Map.entry("ge", ">="),
            Map.entry("and", "&&"), Map.entry("or", "||"), Map.entry("xor", "^^"), Map.entry("not", "!"),
            Map.entry("in", "in"),
            Map.entry("contains", "contains"), Map.entry("matches", "matches"), Map.entry("bitand", "&"));

    private final String text;
    private final List<FilterToken> tokens = new ArrayList<>();
    private int at;

    private FilterLexer(String text) {
        this.text = text;
    }

    /** The words, the last of them of kind {@link Kind#END}. */
    static List<FilterToken> split(String text) {
        FilterLexer lexer = new FilterLexer(text);
        while (lexer.skipSpace()) {
            lexer.next();
        }
        lexer.tokens.add(new FilterToken(Kind.END, "", text.length() + 1));
        return lexer.tokens;
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private void next() {
        int start = at;
        boolean raw = text.startsWith("r\"", at) || text.startsWith("R\"", at);
        if (raw || text.charAt(at) == '"') {
            at += raw ? 1 : 0;
            tokens.add(new FilterToken(Kind.STRING, string(raw), start + 1));
            return;
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                tokens.add(new FilterToken(Kind.SIGN, sign.equals("~=") ? "!==" : sign.equals("~") ? "matches" : sign,
                        start + 1));
                return;
            }
        }
        while (at < text.length() && isWord(text.charAt(at)) && !text.startsWith("..", at)) {
            at++;
        }
        if (at == start) {
            throw new FilterException(at + 1, "'" + text.charAt(at) + "' means nothing here; text is written between "
                    + "quotation marks, like \"hello\"");
        }
        String word = text.substring(start, at);
        String sign = WORDS.get(word);
        tokens.add(new FilterToken(sign == null ? Kind.WORD : Kind.SIGN, sign == null ? word : sign, start + 1));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || ".:_-/%".indexOf(c) >= 0;
    }

    /** @param raw true if backslashes mean themselves */
    private String string(boolean raw) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            value.append(c == '\\' && !raw ? escape() : String.valueOf(c));
        }
        if (at == text.length()) {
            throw new FilterException(start + 1, "the text that begins here has no end; write \" behind it");
        }
        at++;
        return value.toString();
    }

    /** What stands for the character behind a backslash; patterns keep the backslashes that mean nothing here. */
    private String escape() {
        if (at == text.length()) {
            return "\\";
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"' -> "\"";
            case '\\' -> "\\";
            case 'x' -> hex();
            default -> "\\" + c;
        };
    }

    /** The character of two hexadecimal digits. */
    private String hex() {
        String digits = text.substring(at, Math.min(text.length(), at + 2));
        if (!digits.matches("[0-9a-fA-F]{2}")) {
            return "\\x";
        }
        at += 2;
        return String.valueOf((char) Integer.parseInt(digits, 16));
    }
}
