package org.sockeye.labs.format;

import java.nio.file.Path;
import java.util.Set;

/**
 * A wrong solution, of a kind that students really write.
 *
 * @param name the name of its folder
 * @param folder its complete sources
 * @param mustFail the ids of the checks that it must not pass; it must pass all others
 */
public record Mutant(String name, Path folder, Set<String> mustFail) {

    public Mutant {
        mustFail = Set.copyOf(mustFail);
    }
}
