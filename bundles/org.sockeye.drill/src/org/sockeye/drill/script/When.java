package org.sockeye.drill.script;

/**
 * When an event is to happen. Times are in nanoseconds.
 *
 * @param kind how to read the times
 * @param from the time, or the beginning of the range
 * @param to the end of the range; the same as {@code from} without one
 * @param end when a blocking call is to return; -1 if it is not to block
 */
public record When(Kind kind, long from, long to, long end) {

    /** How times count. */
    public enum Kind {
        /** From the start of the script. */
        ABSOLUTE,
        /** From the moment at which the event before was done with. */
        RELATIVE,
        /** It does not matter. */
        ANY
    }

    /** True if a blocking call is announced. */
    public boolean blocks() {
        return end >= 0;
    }

    public boolean isRange() {
        return to > from;
    }
}
