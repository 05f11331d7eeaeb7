package org.sockeye.stack.physical;

/**
 * How a link treats frames, in one direction or in both.
 *
 * @param delay how long a bit travels besides what {@code length} takes, in nanoseconds
 * @param length how long the cable is, in metres; a bit travels at two thirds of the speed of light
 * @param rate bits a second; 0 for no limit
 * @param loss which frames are lost
 * @param corrupt the chance, 0 to 1, that one bit of a frame is flipped
 * @param bitErrors the chance, 0 to 1, that a bit is flipped, for each bit of a frame (the bit error rate)
 * @param duplicate the chance, 0 to 1, that a frame arrives twice
 * @param reorder the chance, 0 to 1, that a frame is held back behind later ones
 * @param queue how many frames may wait at either end while another is being sent
 */
public record LinkConditions(long delay, double length, long rate, Loss loss, double corrupt, double bitErrors,
        double duplicate, double reorder, int queue) {

    /** 100 Mbit/s over 1 ms with room for 1000 frames, as on Linux, and nothing goes wrong. */
    public static final LinkConditions GOOD = new LinkConditions(1_000_000, 0, 100_000_000, Loss.NONE, 0, 0, 0, 0,
            1000);

    /** Nanoseconds a metre: light takes 1/299792458 s, and a signal in copper or glass half as long again. */
    static final double SLOWNESS = 1.5e9 / 299_792_458;

    /** Longer than any cable on Earth, in metres. */
    private static final double LONGEST = 1e9;

    public LinkConditions {
        if (delay < 0 || rate < 0 || queue < 0) {
            throw new IllegalArgumentException("delay, rate and queue of a link cannot be negative");
        }
        if (!(length >= 0 && length <= LONGEST)) {
            throw new IllegalArgumentException("a link is 0 to " + (long) LONGEST + " m long, not " + length);
        }
        Loss.requireChances(corrupt, bitErrors, duplicate, reorder);
    }

    public LinkConditions withDelay(long nanoseconds) {
        return new LinkConditions(nanoseconds, length, rate, loss, corrupt, bitErrors, duplicate, reorder, queue);
    }

    public LinkConditions withLength(double metres) {
        return new LinkConditions(delay, metres, rate, loss, corrupt, bitErrors, duplicate, reorder, queue);
    }

    public LinkConditions withRate(long bitsPerSecond) {
        return new LinkConditions(delay, length, bitsPerSecond, loss, corrupt, bitErrors, duplicate, reorder, queue);
    }

    /** Frames are lost at random, each with that chance. */
    public LinkConditions withLoss(double chance) {
        return withLoss(Loss.random(chance));
    }

    public LinkConditions withLoss(Loss other) {
        return new LinkConditions(delay, length, rate, other, corrupt, bitErrors, duplicate, reorder, queue);
    }

    public LinkConditions withCorrupt(double chance) {
        return new LinkConditions(delay, length, rate, loss, chance, bitErrors, duplicate, reorder, queue);
    }

    public LinkConditions withBitErrors(double chance) {
        return new LinkConditions(delay, length, rate, loss, corrupt, chance, duplicate, reorder, queue);
    }

    public LinkConditions withDuplicate(double chance) {
        return new LinkConditions(delay, length, rate, loss, corrupt, bitErrors, chance, reorder, queue);
    }

    public LinkConditions withReorder(double chance) {
        return new LinkConditions(delay, length, rate, loss, corrupt, bitErrors, duplicate, chance, queue);
    }

    public LinkConditions withQueue(int frames) {
        return new LinkConditions(delay, length, rate, loss, corrupt, bitErrors, duplicate, reorder, frames);
    }

    /** The time it takes to put {@code bytes} on the link, in nanoseconds. */
    public long serialisation(int bytes) {
        return rate == 0 ? 0 : Math.ceilDiv(bytes * 8L * 1_000_000_000L, rate);
    }

    /** The time it takes a bit to travel from one end to the other, in nanoseconds. */
    public long propagation() {
        return length == 0 ? delay : delay + Math.round(length * SLOWNESS);
    }

    /** True if every frame arrives once, whole and in order. */
    public boolean isFaultless() {
        return loss.mean() == 0 && corrupt == 0 && bitErrors == 0 && duplicate == 0 && reorder == 0;
    }
}
