package org.sockeye.stack.physical;

/**
 * How a link treats frames, in each direction.
 *
 * @param delay propagation delay in nanoseconds
 * @param rate bits a second; 0 for no limit
 * @param loss the chance, 0 to 1, that a frame is lost
 * @param corrupt the chance, 0 to 1, that a bit of a frame is flipped
 * @param duplicate the chance, 0 to 1, that a frame arrives twice
 * @param reorder the chance, 0 to 1, that a frame is held back behind later ones
 * @param queue how many frames may wait at either end while another is being sent
 */
public record LinkConditions(long delay, long rate, double loss, double corrupt, double duplicate, double reorder,
        int queue) {

    /** 100 Mbit/s over 1 ms with room for 1000 frames, as on Linux, and nothing goes wrong. */
    public static final LinkConditions GOOD = new LinkConditions(1_000_000, 100_000_000, 0, 0, 0, 0, 1000);

    public LinkConditions {
        if (delay < 0 || rate < 0 || queue < 0) {
            throw new IllegalArgumentException("delay, rate and queue of a link cannot be negative");
        }
        for (double chance : new double[] { loss, corrupt, duplicate, reorder }) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance must lie between 0 and 1, not " + chance);
            }
        }
    }

    public LinkConditions withDelay(long nanoseconds) {
        return new LinkConditions(nanoseconds, rate, loss, corrupt, duplicate, reorder, queue);
    }

    public LinkConditions withRate(long bitsPerSecond) {
        return new LinkConditions(delay, bitsPerSecond, loss, corrupt, duplicate, reorder, queue);
    }

    public LinkConditions withLoss(double chance) {
        return new LinkConditions(delay, rate, chance, corrupt, duplicate, reorder, queue);
    }

    public LinkConditions withCorrupt(double chance) {
        return new LinkConditions(delay, rate, loss, chance, duplicate, reorder, queue);
    }

    public LinkConditions withDuplicate(double chance) {
        return new LinkConditions(delay, rate, loss, corrupt, chance, reorder, queue);
    }

    public LinkConditions withReorder(double chance) {
        return new LinkConditions(delay, rate, loss, corrupt, duplicate, chance, queue);
    }

    public LinkConditions withQueue(int frames) {
        return new LinkConditions(delay, rate, loss, corrupt, duplicate, reorder, frames);
    }

    /** The time it takes to put {@code bytes} on the link, in nanoseconds. */
    public long serialisation(int bytes) {
        return rate == 0 ? 0 : Math.ceilDiv(bytes * 8L * 1_000_000_000L, rate);
    }
}
