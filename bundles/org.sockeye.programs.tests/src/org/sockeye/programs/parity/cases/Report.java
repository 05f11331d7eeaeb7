package org.sockeye.programs.parity.cases;

import java.io.PrintStream;
import java.util.regex.Pattern;

/** What a case has observed, a line each; port numbers that the system chose, and numbers of objects, are left out. */
final class Report {

    private static final Pattern CHANCE = Pattern.compile("\\b(?:3[2-9]\\d{3}|[456]\\d{4})\\b|(?<=@)[0-9a-f]{5,8}\\b");

    private final PrintStream out;
    private boolean closed;

    /** What a program tries. */
    @FunctionalInterface
    interface Attempt {
        Object run() throws Exception;
    }

    /** The same without a result. */
    @FunctionalInterface
    interface Deed {
        void run() throws Exception;
    }

    Report(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String what, Object value) {
        if (!closed) {
            String text = (what + ": " + value).replace("\n", "\\n");
            out.println("  " + CHANCE.matcher(text).replaceAll("N"));
        }
    }

    /** What comes of an attempt: its result, or the exception's class and message. */
    void outcome(String what, Attempt attempt) {
        Object result;
        try {
            result = attempt.run();
        } catch (Exception e) {
            result = text(e);
        }
        say(what, result);
    }

    void attempt(String what, Deed deed) {
        outcome(what, () -> {
            deed.run();
            return "done";
        });
    }

    static String text(Throwable e) {
        Throwable cause = e.getCause();
        return e.getClass().getName() + " " + e.getMessage() + (cause == null ? "" : " <- " + text(cause));
    }

    /** Nothing more is taken. */
    synchronized void close() {
        closed = true;
        out.flush();
    }
}
