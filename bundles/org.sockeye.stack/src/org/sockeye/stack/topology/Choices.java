package org.sockeye.stack.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The implementations of one layer there are to choose from, by name.
 *
 * @param <T> makes one
 */
final class Choices<T> {

    private final String layer;
    private final Map<String, T> choices;

    private Choices(String layer, Map<String, T> choices) {
        this.layer = layer;
        this.choices = choices;
    }

    /** No choices yet; {@code layer} is what they are called in messages. */
    static <T> Choices<T> of(String layer) {
        return new Choices<>(layer, Map.of());
    }

    /** These and one more, which replaces one of the same name. */
    Choices<T> with(String name, T choice) {
        Map<String, T> more = new LinkedHashMap<>(choices);
        more.put(name, choice);
        return new Choices<>(layer, more);
    }

    /**
     * The choice of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    T get(String name) {
        T choice = choices.get(name);
        if (choice == null) {
            throw unknown(layer, name, choices.keySet());
        }
        return choice;
    }

    /** What to throw where {@code name} is none of {@code known}. */
    static IllegalArgumentException unknown(String layer, String name, Set<String> known) {
        return new IllegalArgumentException("unknown " + layer + " '" + name + "'; there is "
                + (known.isEmpty() ? "only" : String.join(", ", known) + ", or") + " what an extension offers");
    }
}
