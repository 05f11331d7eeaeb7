package org.sockeye.stack.physical;

import java.util.random.RandomGenerator;
import org.sockeye.stack.time.Randomness;

/**
 * What goes wrong in one direction of a link. Each kind of fault has chance of its own, so that adding one kind does
 * not move the others.
 */
final class Faults {

    private final RandomGenerator loss;
    private final RandomGenerator corruption;
    private final RandomGenerator duplication;
    private final RandomGenerator reordering;

    Faults(String direction, Randomness randomness) {
        this.loss = randomness.stream(direction + " loss");
        this.corruption = randomness.stream(direction + " corruption");
        this.duplication = randomness.stream(direction + " duplication");
        this.reordering = randomness.stream(direction + " reordering");
    }

    boolean lose(double chance) {
        return happens(loss, chance);
    }

    boolean duplicate(double chance) {
        return happens(duplication, chance);
    }

    /** How much later than others a frame arrives; 0 as a rule, else 1 to 3 times {@code passage}. */
    long delay(double chance, long passage) {
        return happens(reordering, chance) ? passage + reordering.nextLong(2 * passage + 1) + 1 : 0;
    }

    /** The bytes as they arrive: the same array, or a copy in which one bit differs. */
    byte[] corrupt(double chance, byte[] bytes) {
        if (bytes.length == 0 || !happens(corruption, chance)) {
            return bytes;
        }
        byte[] flipped = bytes.clone();
        int bit = corruption.nextInt(bytes.length * 8);
        flipped[bit / 8] ^= (byte) (0x80 >> bit % 8);
        return flipped;
    }

    private static boolean happens(RandomGenerator random, double chance) {
        return chance > 0 && random.nextDouble() < chance;
    }
}
