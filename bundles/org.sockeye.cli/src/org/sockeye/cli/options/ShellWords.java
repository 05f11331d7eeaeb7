package org.sockeye.cli.options;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.cli.outcome.UsageError;

/**
 * Splits a command line into words as a POSIX shell does (XCU, section 2.2): blanks separate, single quotes, double
 * quotes and backslashes keep them. Nothing is expanded.
 */
public final class ShellWords {

    private final String line;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * @throws UsageError if a quote is not closed, or there is no word at all
     */
    public static List<String> split(String line) {
        ShellWords words = new ShellWords(line);
        List<String> all = new ArrayList<>();
        while (words.skipBlanks()) {
            all.add(words.next());
        }
        if (all.isEmpty()) {
            throw new UsageError("an empty command; write it as one argument, like 'java -cp bin TCPServer'");
        }
        return all;
    }

    private boolean skipBlanks() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at < line.length();
    }

    private String next() {
        StringBuilder word = new StringBuilder();
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            char c = line.charAt(at++);
            switch (c) {
                case '\'', '"' -> quoted(c, word);
                case '\\' -> {
                    if (at < line.length()) {
                        word.append(line.charAt(at++));
                    }
                }
                default -> word.append(c);
            }
        }
        return word.toString();
    }

    private void quoted(char quote, StringBuilder word) {
        int open = at;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) {
                return;
            }
            boolean escape = c == '\\' && quote == '"' && at < line.length() && "\"\\$`".indexOf(line.charAt(at)) >= 0;
            word.append(escape ? line.charAt(at++) : c);
        }
        throw new UsageError("the quote at column " + open + " of \"" + line + "\" is never closed; close it");
    }
}
