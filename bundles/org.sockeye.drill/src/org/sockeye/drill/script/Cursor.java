package org.sockeye.drill.script;

import java.util.List;
import org.sockeye.drill.script.Token.Kind;

/** The tokens of a script and how far they have been read. */
final class Cursor {

    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    Position position() {
        return peek().position();
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    /** Reads a symbol or word if it is the next one. */
    boolean accept(String symbol) {
        if (peek().is(symbol)) {
            next();
            return true;
        }
        return false;
    }

    void expect(String symbol, String remedy) throws ScriptException {
        if (!accept(symbol)) {
            throw unexpected("'" + symbol + "'", remedy);
        }
    }

    /** A whole number, decimal or with 0x. */
    long integer(String what) throws ScriptException {
        if (peek().kind() != Kind.INTEGER) {
            throw unexpected(what, "write a whole number");
        }
        Token token = next();
        try {
            return Long.decode(token.text().startsWith("0x") || token.text().startsWith("0X") ? token.text()
                    : token.text().replaceFirst("^(-?)0+(?=\\d)", "$1"));
        } catch (NumberFormatException e) {
            throw new ScriptException(token.position(), token.text() + " is too large a number for " + what);
        }
    }

    /** A whole number within bounds. */
    int integer(String what, long least, long most) throws ScriptException {
        Position position = position();
        long value = integer(what);
        if (value < least || value > most) {
            throw new ScriptException(position, what + " " + value + " is not within " + least + " and " + most);
        }
        return (int) value;
    }

    String word(String what) throws ScriptException {
        if (peek().kind() != Kind.WORD) {
            throw unexpected(what, "write a name");
        }
        return next().text();
    }

    ScriptException unexpected(String wanted, String remedy) {
        return new ScriptException(position(), "expected " + wanted + " but found " + peek().shown() + "; " + remedy);
    }
}
