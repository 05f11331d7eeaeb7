package org.sockeye.drill.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.Token.Kind;

/** Makes a {@link Script} of its text. */
public final class Parser {

    private final Cursor cursor;
    private final TimeParser times;

    private Parser(Cursor cursor) {
        this.cursor = cursor;
        this.times = new TimeParser(cursor);
    }

    /**
     * Reads a whole script.
     *
     * @throws ScriptException if it is not well formed
     * @throws UnsupportedException if it is, but uses something that is not spoken here
     */
    public static Script parse(String text) throws ScriptException, UnsupportedException {
        return new Parser(new Cursor(Lexer.tokens(text))).script();
    }

    private Script script() throws ScriptException, UnsupportedException {
        Map<String, String> options = options();
        Optional<Event.Command> setup = Optional.empty();
        if (cursor.peek().kind() == Kind.COMMAND) {
            setup = Optional.of(command(immediately()));
        }
        List<Event> events = new ArrayList<>();
        Optional<Event.Command> cleanup = Optional.empty();
        while (!cursor.atEnd()) {
            if (cursor.peek().kind() == Kind.COMMAND) {
                cleanup = Optional.of(command(immediately()));
                if (!cursor.atEnd()) {
                    events.add(cleanup.get());
                }
                continue;
            }
            events.add(event());
        }
        if (events.isEmpty()) {
            throw new ScriptException(cursor.position(), "nothing happens in this script; write an event, such as "
                    + "'0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3'");
        }
        return new Script(options, setup, events, cleanup);
    }

    private static When immediately() {
        return new When(When.Kind.RELATIVE, 0, 0, -1);
    }

    private Map<String, String> options() throws ScriptException {
        Map<String, String> options = new LinkedHashMap<>();
        while (cursor.peek().kind() == Kind.OPTION) {
            Token token = cursor.next();
            String[] parts = token.text().split("=", 2);
            String value = parts.length == 2 ? parts[1] : "";
            options.put(parts[0].replace('-', '_'), value);
        }
        return options;
    }

    private Event event() throws ScriptException, UnsupportedException {
        if (!times.isNext()) {
            throw cursor.unexpected("the time of an event", "begin an event with its time, such as 0, +.1 or *");
        }
        Position position = cursor.position();
        When when = times.when();
        Event event = action(when);
        check(event, position);
        return event;
    }

    private static void check(Event event, Position position) throws ScriptException {
        When when = event.when();
        if (!(event instanceof Event.Expect) && (when.kind() == When.Kind.ANY || when.isRange())) {
            throw new ScriptException(position,
                    "only the time of an expected packet may be * or a range; write one time");
        }
        if (when.blocks() && !(event instanceof Event.SystemCall)) {
            throw new ScriptException(position, "only a system call can last; write one time, without ...");
        }
    }

    private Event action(When when) throws ScriptException, UnsupportedException {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case COMMAND -> command(when);
            case BLOCK -> new Event.Block(when, token.position(), cursor.next().text());
            case WORD -> call(when);
            default -> {
                if (cursor.accept("<")) {
                    yield new Event.Inject(when, token.position(), new PacketParser(cursor, true).packet());
                } else if (cursor.accept(">")) {
                    yield new Event.Expect(when, token.position(), new PacketParser(cursor, false).packet());
                }
                throw cursor.unexpected("an event",
                        "write a packet (< in, > out), a system call, a `command` or a %{ block }%");
            }
        };
    }

    private Event.Command command(When when) {
        Token token = cursor.next();
        return new Event.Command(when, token.position(), token.text());
    }

    private Event call(When when) throws ScriptException {
        Position position = cursor.position();
        String name = cursor.next().text();
        ExpressionParser expressions = new ExpressionParser(cursor);
        List<Expression> arguments = expressions.arguments();
        cursor.expect("=", "say what the call returns, like '= 0'");
        boolean minus = cursor.peek().is("-");
        if (minus) {
            throw cursor.unexpected("a result", "write a number, with no blank behind its sign");
        }
        Expression result = expressions.expression();
        String errno = "";
        if (cursor.peek().kind() == Kind.WORD && !cursor.peek(1).is("(")
                || cursor.peek().kind() == Kind.WORD && cursor.peek().text().matches("E[A-Z0-9]+")) {
            errno = cursor.next().text();
        }
        if (cursor.peek().is("(")) {
            skipNote();
        }
        @Nullable Expression wanted = result instanceof Expression.Anything ? null : result;
        return new Event.SystemCall(when, position, name, arguments, wanted, errno);
    }

    /** What stands in parentheses behind a result is for people. */
    private void skipNote() throws ScriptException {
        Position position = cursor.position();
        int depth = 0;
        do {
            if (cursor.atEnd()) {
                throw new ScriptException(position, "this parenthesis is never closed; write ) behind the note");
            }
            depth += cursor.peek().is("(") ? 1 : cursor.peek().is(")") ? -1 : 0;
            cursor.next();
        } while (depth > 0);
    }
}
