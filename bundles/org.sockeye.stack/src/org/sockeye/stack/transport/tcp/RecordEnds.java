package org.sockeye.stack.transport.tcp;

import java.util.ArrayDeque;

/** Where the program said that a record ends, which mostly is nowhere: no segment goes beyond. */
final class RecordEnds {

    private final ArrayDeque<Long> ends = new ArrayDeque<>(0);

    void add(long end) {
        ends.add(end);
    }

    /** The first end behind {@code position}, or {@code otherwise}. */
    long behind(long position, long otherwise) {
        if (!ends.isEmpty()) {
            for (long end : ends) {
                if (end > position) {
                    return end;
                }
            }
        }
        return otherwise;
    }

    void discardBefore(long position) {
        while (!ends.isEmpty() && ends.peek() <= position) {
            ends.remove();
        }
    }
}
