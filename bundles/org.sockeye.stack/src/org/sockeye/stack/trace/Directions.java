package org.sockeye.stack.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the directions of links. */
final class Directions {

    private final Map<Direction, Integer> numbers = new HashMap<>();
    private final List<Direction> directions = new ArrayList<>();
    /** Links name their ends by the same objects again and again: by these their number is found at once. */
    private final Map<LinkEnd, Integer> latest = new IdentityHashMap<>();

    /** One direction of a link. */
    record Direction(LinkEnd from, LinkEnd to) {
    }

    /** The number of a direction, which is a new one if it has not been seen yet. */
    int number(LinkEnd from, LinkEnd to) {
        Integer known = latest.get(from);
        if (known != null && directions.get(known).to == to) {
            return known;
        }
        Direction direction = new Direction(from, to);
        Integer number = numbers.get(direction);
        if (number == null) {
            number = directions.size();
            numbers.put(direction, number);
            directions.add(direction);
        }
        if (latest.size() <= 2 * directions.size()) {
            latest.put(from, number);
        }
        return number;
    }

    /** The direction that has that number. */
    Direction get(int number) {
        return directions.get(number);
    }
}
