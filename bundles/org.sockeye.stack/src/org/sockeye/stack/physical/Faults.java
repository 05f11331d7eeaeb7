package org.sockeye.stack.physical;

import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;

/**
 * What goes wrong in one direction of a link. Each kind of fault has chance of its own, so that adding one kind does
 * not move the others.
 */
final class Faults implements Way {

    private final RandomGenerator loss;
    private final RandomGenerator bursts;
    private final RandomGenerator corruption;
    private final RandomGenerator bitErrors;
    private final RandomGenerator duplication;
    private final RandomGenerator reordering;
    private LinkConditions conditions;
    private @Nullable Predicate<Content> rule;
    private boolean faultless;
    private boolean bad;
    private long untilError;

    Faults(String direction, LinkConditions conditions, Randomness randomness) {
        this.loss = randomness.stream(direction + " loss");
        this.bursts = randomness.stream(direction + " bursts");
        this.corruption = randomness.stream(direction + " corruption");
        this.bitErrors = randomness.stream(direction + " bit errors");
        this.duplication = randomness.stream(direction + " duplication");
        this.reordering = randomness.stream(direction + " reordering");
        this.conditions = conditions;
        conditions(conditions);
    }

    @Override
    public LinkConditions conditions() {
        return conditions;
    }

    @Override
    public void conditions(LinkConditions changed) {
        conditions = changed;
        faultless = changed.isFaultless();
        bad = bad && changed.loss().isBursty();
        untilError = changed.bitErrors() > 0 ? nextError() : Long.MAX_VALUE;
    }

    @Override
    public void loseIf(Predicate<Content> picked) {
        rule = picked;
    }

    /** True if nothing can happen to the next frame: nobody need ask further. */
    boolean areNone() {
        return faultless && rule == null;
    }

    boolean lose(Content frame) {
        Loss how = conditions.loss();
        boolean byChance = happens(loss, bad ? how.bad() : how.good());
        if (how.isBursty() && happens(bursts, bad ? how.r() : how.p())) {
            bad = !bad;
        }
        Predicate<Content> picked = rule;
        return picked != null && picked.test(frame) || byChance;
    }

    boolean duplicate() {
        return happens(duplication, conditions.duplicate());
    }

    /** How much later than others a frame arrives; 0 as a rule, else 1 to 3 times {@code passage}. */
    long delay(long passage) {
        return happens(reordering, conditions.reorder()) ? passage + reordering.nextLong(2 * passage + 1) + 1 : 0;
    }

    /** The frame as it arrives: the same, or one in which bits differ. */
    Content corrupt(Content frame) {
        byte[] bytes = frame.bytes();
        byte[] flipped = bytes;
        long bits = bytes.length * 8L;
        if (bits > 0 && happens(corruption, conditions.corrupt())) {
            flipped = flip(bytes, flipped, corruption.nextInt(bytes.length * 8));
        }
        while (untilError < bits) {
            flipped = flip(bytes, flipped, (int) untilError);
            untilError += nextError() + 1;
        }
        if (untilError != Long.MAX_VALUE) {
            untilError -= bits;
        }
        return flipped == bytes ? frame : frame.changed(flipped);
    }

    private static byte[] flip(byte[] original, byte[] flipped, int bit) {
        byte[] copy = flipped == original ? original.clone() : flipped;
        copy[bit / 8] ^= (byte) (0x80 >> bit % 8);
        return copy;
    }

    /**
     * How many bits are right before the next wrong one. That number is drawn (it has a geometric distribution), not each
     * bit's fate.
     */
    private long nextError() {
        double chance = conditions.bitErrors();
        double right = chance == 1 ? 0 : Math.log(1 - bitErrors.nextDouble()) / Math.log1p(-chance);
        return (long) Math.min(right, Long.MAX_VALUE / 4);
    }

    private static boolean happens(RandomGenerator random, double chance) {
        return chance > 0 && random.nextDouble() < chance;
    }
}
