package org.sockeye.labs.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds source lines in what programs and runs say. */
final class Places {

    /** A line of a stack trace in a class of no named module: the student's. */
    private static final Pattern TRACE = Pattern.compile("\\n\\s+at [\\w.$<>]+\\((\\w+\\.java:\\d+)\\)");
    private static final Pattern WAITING = Pattern.compile("\\bat (\\w+\\.java:\\d+)");

    private Places() {
    }

    /** The innermost of the student's lines in a stack trace, or empty. */
    static String inStackTrace(String errors) {
        Matcher matcher = TRACE.matcher(errors);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The line in what a run says of a waiting program, or empty. */
    static String ofWaiting(List<String> waiting) {
        Matcher matcher = WAITING.matcher(String.join("\n", waiting));
        return matcher.find() ? matcher.group(1) : "";
    }
}
