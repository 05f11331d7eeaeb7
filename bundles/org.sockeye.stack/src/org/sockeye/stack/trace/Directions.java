package org.sockeye.stack.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The directions of links in which frames are sent, by number. */
final class Directions {

    private final Map<LinkEnd, Map<LinkEnd, Direction>> known = new HashMap<>();
    private final List<Direction> directions = new ArrayList<>();

    /** The direction between two ends, which is a new one if it has not been seen yet. */
    Direction between(LinkEnd from, LinkEnd to) {
        return known.computeIfAbsent(from, unknown -> new HashMap<>()).computeIfAbsent(to, unknown -> {
            Direction direction = new Direction(from, to, directions.size());
            directions.add(direction);
            return direction;
        });
    }

    /** The direction that has that number. */
    Direction get(int number) {
        return directions.get(number);
    }
}
