package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sockeye.stack.trace.LinkEnd;

/** The ends of links that hear each other's broadcasts, because a cable or a switch joins them. */
final class Segments {

    private final Map<LinkEnd, Integer> numbers = new LinkedHashMap<>();
    /** For each end another one of its segment, nearer to the first; the first itself for the first. */
    private final List<Integer> nearer = new ArrayList<>();

    /** Joins two ends; false if they were joined already. */
    boolean join(LinkEnd a, LinkEnd b) {
        int first = first(number(a));
        int second = first(number(b));
        nearer.set(Math.max(first, second), Math.min(first, second));
        return first != second;
    }

    private int number(LinkEnd end) {
        Integer number = numbers.putIfAbsent(end, nearer.size());
        if (number == null) {
            nearer.add(nearer.size());
            return nearer.size() - 1;
        }
        return number;
    }

    /** The number of the first end of a segment; the way there is halved for the next who asks. */
    private int first(int number) {
        int at = number;
        while (nearer.get(at) != at) {
            int next = nearer.get(nearer.get(at));
            nearer.set(at, next);
            at = next;
        }
        return at;
    }

    /** In the order in which their first ends came. */
    List<List<LinkEnd>> all() {
        Map<Integer, List<LinkEnd>> segments = new TreeMap<>();
        numbers.forEach((end, number) -> segments.computeIfAbsent(first(number), first -> new ArrayList<>()).add(end));
        return List.copyOf(segments.values());
    }
}
