package org.sockeye.stack.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What may be said about something in a topology file: a table from each key to what it changes. To let the file say
 * more, add a line to the table that it belongs to.
 *
 * @param <T> what the keys describe; a value
 */
final class Keys<T> {

    private final Map<String, BiFunction<T, YamlValue, T>> changes;

    private Keys(Map<String, BiFunction<T, YamlValue, T>> changes) {
        this.changes = changes;
    }

    /** A table without keys. */
    static <T> Keys<T> none() {
        return new Keys<>(Map.of());
    }

    /** The same table with one more key; those that come later are applied later. */
    Keys<T> with(String key, BiFunction<T, YamlValue, T> change) {
        Map<String, BiFunction<T, YamlValue, T>> more = new LinkedHashMap<>(changes);
        more.put(key, change);
        return new Keys<>(more);
    }

    List<String> names() {
        return List.copyOf(changes.keySet());
    }

    /** What a mapping says, where it says something; else as {@code usual}. */
    T read(YamlValue mapping, T usual) {
        return apply(mapping.entries(names()), usual);
    }

    /** The same of keys that have been read already; others than those of this table are left alone. */
    T apply(Map<String, YamlValue> entries, T usual) {
        T result = usual;
        for (Map.Entry<String, BiFunction<T, YamlValue, T>> change : changes.entrySet()) {
            YamlValue value = entries.get(change.getKey());
            if (value != null) {
                T before = result;
                result = value.located(() -> change.getValue().apply(before, value));
            }
        }
        return result;
    }
}
