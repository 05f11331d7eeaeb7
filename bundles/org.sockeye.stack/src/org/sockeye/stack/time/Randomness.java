package org.sockeye.stack.time;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Chance from a seed. Whoever needs it gets a stream of its own by name, so that one more draw at one place changes
 * nothing at another.
 *
 * @param seed the run's seed
 */
public record Randomness(long seed) {

    /** The stream of that name, from its beginning. */
    public RandomGenerator stream(String name) {
        long mixed = seed * 0x9e3779b97f4a7c15L;
        for (int i = 0; i < name.length(); i++) {
            mixed = (mixed ^ name.charAt(i)) * 0x100000001b3L;
        }
        return RandomGeneratorFactory.of("L64X128MixRandom").create(mixed);
    }
}
