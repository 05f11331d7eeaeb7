package org.sockeye.labs.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds source lines in what programs and runs say. */
final class Places {

    /** A line of a stack trace in a class of no named module: the student's. */
    private static final Pattern TRACE = Pattern.compile("\\n\\s+at [\\w.$<>]+\\((\\w+\\.java:\\d+)\\)");
    private static final Pattern NAMED = Pattern.compile("\\bat (\\w+\\.java:\\d+)");

    private Places() {
    }

    /** The innermost of the student's lines in a stack trace, or empty. */
    static String inStackTrace(String errors) {
        Matcher matcher = TRACE.matcher(errors);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The first line named in what a run says of programs that wait or are busy, or empty. */
    static String in(List<String> said) {
        Matcher matcher = NAMED.matcher(String.join("\n", said));
        return matcher.find() ? matcher.group(1) : "";
    }
}
