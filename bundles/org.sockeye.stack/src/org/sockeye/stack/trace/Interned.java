package org.sockeye.stack.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for values that come again and again, such as names: equal values have one number. */
final class Interned<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    /** The number of a value, which is a new one if the value has not been seen yet. */
    int number(T value) {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        numbers.put(value, values.size());
        values.add(value);
        return values.size() - 1;
    }

    /** The value that has that number. */
    T value(int number) {
        return values.get(number);
    }

    /** How many there are. */
    int size() {
        return values.size();
    }

    boolean contains(T value) {
        return numbers.containsKey(value);
    }
}
