package org.sockeye.stack.topology;

/**
 * How a link treats frames, in each direction.
 *
 * @param delay propagation delay in nanoseconds
 * @param rate bits a second; 0 for no limit
 * @param loss the chance, 0 to 1, that a frame is lost
 * @param corrupt the chance, 0 to 1, that a bit of a frame is flipped
 * @param duplicate the chance, 0 to 1, that a frame arrives twice
 * @param reorder the chance, 0 to 1, that a frame is held back behind later ones
 */
public record LinkConditions(long delay, long rate, double loss, double corrupt, double duplicate, double reorder) {

    /** 100 Mbit/s over 1 ms, and nothing goes wrong. */
    public static final LinkConditions GOOD = new LinkConditions(1_000_000, 100_000_000, 0, 0, 0, 0);

    public LinkConditions {
        if (delay < 0 || rate < 0) {
            throw new IllegalArgumentException("delay and rate of a link cannot be negative");
        }
        for (double chance : new double[] { loss, corrupt, duplicate, reorder }) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance must lie between 0 and 1, not " + chance);
            }
        }
    }

    public LinkConditions withLoss(double chance) {
        return new LinkConditions(delay, rate, chance, corrupt, duplicate, reorder);
    }
}
