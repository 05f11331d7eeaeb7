package org.sockeye.stack.transport.tcp;

import java.util.ArrayList;
import java.util.List;

/** Stretches of a byte stream, in order, none touching another: what arrived beyond a gap. */
final class Ranges {

    /** From {@code start} up to, not including, {@code end}. */
    record Range(long start, long end) {
    }

    private final List<Range> ranges = new ArrayList<>();

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** How many numbers all of them cover. */
    int length() {
        int length = 0;
        for (Range range : ranges) {
            length += (int) (range.end - range.start);
        }
        return length;
    }

    /** Those that share numbers with the stretch from {@code start} up to {@code end}. */
    List<Range> meeting(long start, long end) {
        return ranges.stream().filter(range -> range.start < end && start < range.end).toList();
    }

    /** Adds a stretch, joining it with what it touches. */
    void add(long start, long end) {
        int first = 0;
        while (first < ranges.size() && ranges.get(first).end < start) {
            first++;
        }
        int behind = first;
        long from = start;
        long to = end;
        while (behind < ranges.size() && ranges.get(behind).start <= end) {
            from = Math.min(from, ranges.get(behind).start);
            to = Math.max(to, ranges.get(behind).end);
            behind++;
        }
        ranges.subList(first, behind).clear();
        ranges.add(first, new Range(from, to));
    }

    /** Takes out the stretches that start at or before {@code position}; returns how far they reach, at least to it. */
    long reach(long position) {
        long reached = position;
        while (!ranges.isEmpty() && ranges.getFirst().start <= reached) {
            reached = Math.max(reached, ranges.removeFirst().end);
        }
        return reached;
    }
}
