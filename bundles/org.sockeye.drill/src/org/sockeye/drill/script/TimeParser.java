package org.sockeye.drill.script;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads the time that stands before an event: {@code 0}, {@code +.1}, {@code *}, {@code +.2~+.3}, {@code +0...0.1}. */
final class TimeParser {

    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000L);

    private final Cursor cursor;

    TimeParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** True if a time stands here. */
    boolean isNext() {
        return cursor.peek().isNumber() || cursor.peek().is("+") || cursor.peek().is("*");
    }

    When when() throws ScriptException {
        if (cursor.accept("*")) {
            return new When(When.Kind.ANY, 0, 0, -1);
        }
        boolean relative = cursor.accept("+");
        long from = time(relative);
        When.Kind kind = relative ? When.Kind.RELATIVE : When.Kind.ABSOLUTE;
        if (cursor.accept("~")) {
            Position position = cursor.position();
            boolean same = cursor.accept("+") == relative;
            long to = time(true);
            if (!same || to < from) {
                throw new ScriptException(position,
                        same ? "this range ends before it begins; write the earlier time first"
                                : "a range is relative at both ends or at none; write +a~+b or a~b");
            }
            return new When(kind, from, to, -1);
        }
        if (cursor.peek().kind() == Token.Kind.ELLIPSIS) {
            cursor.next();
            Position position = cursor.position();
            cursor.accept("+");
            long end = time(true);
            if (end < from) {
                throw new ScriptException(position, "this call returns before it is made; write the later time last");
            }
            return new When(kind, from, from, end);
        }
        return new When(kind, from, from, -1);
    }

    private long time(boolean offset) throws ScriptException {
        if (!cursor.peek().isNumber()) {
            throw cursor.unexpected("a time in seconds", offset ? "such as +.1" : "such as 0.1, +.1 or *");
        }
        Position position = cursor.position();
        String text = cursor.next().text();
        BigDecimal seconds = new BigDecimal(text.startsWith("0x") ? Long.decode(text).toString() : text);
        if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(1_000_000_000L)) > 0) {
            throw new ScriptException(position, "the time " + text + " is not within 0 and a billion seconds");
        }
        return seconds.multiply(SECOND).setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
