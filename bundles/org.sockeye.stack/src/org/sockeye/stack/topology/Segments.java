package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.trace.LinkEnd;

/** The ends of links that hear each other's broadcasts, because a cable or a switch joins them. */
final class Segments {

    private final List<List<LinkEnd>> segments = new ArrayList<>();

    /** Joins two ends; false if they were joined already. */
    boolean join(LinkEnd a, LinkEnd b) {
        List<LinkEnd> first = of(a);
        List<LinkEnd> second = of(b);
        if (first == second) {
            return false;
        }
        boolean ordered = segments.indexOf(first) < segments.indexOf(second);
        List<LinkEnd> stays = ordered ? first : second;
        List<LinkEnd> goes = ordered ? second : first;
        stays.addAll(goes);
        segments.removeIf(segment -> segment == goes);
        return true;
    }

    private List<LinkEnd> of(LinkEnd end) {
        for (List<LinkEnd> segment : segments) {
            if (segment.contains(end)) {
                return segment;
            }
        }
        List<LinkEnd> alone = new ArrayList<>(List.of(end));
        segments.add(alone);
        return alone;
    }

    /** In the order in which their first ends came. */
    List<List<LinkEnd>> all() {
        return List.copyOf(segments);
    }
}
