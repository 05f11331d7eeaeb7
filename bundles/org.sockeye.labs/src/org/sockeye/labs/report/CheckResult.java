package org.sockeye.labs.report;

import java.util.List;

/**
 * The verdict of one check.
 *
 * @param id the check's method name
 * @param title what it checks, as a sentence
 * @param status how it came out
 * @param points the points given
 * @param maximum the points there were
 * @param story for a check that did not pass: the steps so far, the one that failed, expected against actual
 * @param hints what the teacher wrote to help
 * @param frames numbers of the frames concerned, in the trace of that check
 * @param place the student's source line concerned, such as "TCPClient.java:13", or empty
 */
public record CheckResult(String id, String title, Status status, double points, double maximum, String story,
        List<String> hints, List<Integer> frames, String place) {

    public CheckResult {
        hints = List.copyOf(hints);
        frames = List.copyOf(frames);
    }

    /** How a check came out. */
    public enum Status {
        PASSED,
        /** The submission did something wrong. */
        FAILED,
        /** A check that it depends on did not pass. */
        SKIPPED,
        /** The check itself is broken: the teacher's or our fault, never the student's. */
        BROKEN
    }
}
