package org.sockeye.drill.script;

import java.util.ArrayList;
import java.util.List;

/** Reads the arguments of system calls. */
final class ExpressionParser {

    private static final int DEEPEST = 40;

    private final Cursor cursor;
    private int depth;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Arguments with the parentheses around them. */
    List<Expression> arguments() throws ScriptException {
        cursor.expect("(", "write the call's arguments in parentheses");
        return list(")");
    }

    /** Expressions with commas between them, and what closes them. */
    private List<Expression> list(String close) throws ScriptException {
        List<Expression> items = new ArrayList<>();
        if (cursor.accept(close)) {
            return items;
        }
        do {
            items.add(expression());
        } while (cursor.accept(","));
        cursor.expect(close, "separate what stands here by commas and close it with " + close);
        return items;
    }

    Expression expression() throws ScriptException {
        if (++depth > DEEPEST) {
            throw new ScriptException(cursor.position(),
                    "this is nested more than " + DEEPEST + " deep; take some off");
        }
        try {
            return single();
        } finally {
            depth--;
        }
    }

    private Expression single() throws ScriptException {
        Token token = cursor.peek();
        Position position = token.position();
        return switch (token.kind()) {
            case ELLIPSIS -> {
                cursor.next();
                yield new Expression.Anything(position);
            }
            case INTEGER -> new Expression.Number(position, cursor.integer("a number"));
            case STRING -> new Expression.Text(position, cursor.next().text());
            case WORD -> named(position);
            case SYMBOL -> {
                if (cursor.accept("[")) {
                    yield new Expression.Items(position, list("]"));
                } else if (cursor.accept("{")) {
                    yield structure(position);
                }
                throw notAnArgument();
            }
            case DECIMAL, COMMAND, BLOCK, OPTION, END -> throw notAnArgument();
        };
    }

    private ScriptException notAnArgument() {
        return cursor.unexpected("an argument",
                "write a number, a constant, \"text\", [a list], {a structure} or ... for whatever fits");
    }

    private Expression named(Position position) throws ScriptException {
        String name = cursor.next().text();
        if (cursor.peek().is("(")) {
            return new Expression.Call(position, name, arguments());
        }
        List<String> names = new ArrayList<>(List.of(name));
        while (cursor.accept("|")) {
            names.add(cursor.peek().kind() == Token.Kind.INTEGER ? cursor.next().text()
                    : cursor.word("the name of a flag"));
        }
        return new Expression.Flags(position, names);
    }

    private Expression structure(Position position) throws ScriptException {
        List<Expression.Field> fields = new ArrayList<>();
        if (!cursor.accept("}")) {
            do {
                fields.add(field());
            } while (cursor.accept(","));
            cursor.expect("}", "separate fields by commas and close the structure with }");
        }
        return new Expression.Structure(position, fields);
    }

    private Expression.Field field() throws ScriptException {
        if (cursor.peek().kind() != Token.Kind.WORD) {
            return new Expression.Field("", expression());
        }
        if (cursor.peek(1).is("=")) {
            String name = cursor.next().text();
            cursor.next();
            return new Expression.Field(name, expression());
        }
        // msg_name(...)=..., msg_iov(2)=[...]: the number in parentheses says nothing that the list does not.
        Expression expression = expression();
        if (expression instanceof Expression.Call call && cursor.accept("=")) {
            return new Expression.Field(call.name(), expression());
        }
        return new Expression.Field("", expression);
    }
}
