package org.sockeye.stack.physical;

/**
 * How a link loses frames, at random or in bursts (E. N. Gilbert 1960, E. O. Elliott 1963): it is in a good or in a bad
 * state, and may change its state after each frame.
 *
 * <pre>
 *            p
 *        ---------&gt;
 *   good            bad
 *        &lt;---------
 *            r
 * </pre>
 *
 * @param p the chance, 0 to 1, of going from good to bad after a frame; 0 for losses that know nothing of each other
 * @param r the chance, 0 to 1, of going back
 * @param good the chance, 0 to 1, that a frame is lost in the good state
 * @param bad the same in the bad state
 */
public record Loss(double p, double r, double good, double bad) {

    /** Every frame arrives. */
    public static final Loss NONE = new Loss(0, 1, 0, 0);

    public Loss {
        requireChances(p, r, good, bad);
    }

    static void requireChances(double... chances) {
        for (double chance : chances) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance must lie between 0 and 1, not " + chance);
            }
        }
    }

    /** Each frame is lost with that chance, whatever happened to the one before. */
    public static Loss random(double chance) {
        return new Loss(0, 1, chance, chance);
    }

    /**
     * All frames of a burst are lost, and none between bursts.
     *
     * @param mean the share of frames that are lost, from 0 to less than 1
     * @param length how many frames are lost in a row on average, from 1 up
     */
    public static Loss bursts(double mean, double length) {
        if (!(mean >= 0 && mean < 1)) {
            throw new IllegalArgumentException(
                    "the share lost in bursts must be at least 0 and less than 1, not " + mean);
        }
        if (!(length >= 1)) {
            throw new IllegalArgumentException("a burst has at least one frame on average, not " + length
                    + "; write 1 or more");
        }
        double r = 1 / length;
        double p = mean * r / (1 - mean);
        if (p > 1) {
            throw new IllegalArgumentException(
                    "bursts of " + length + " frames on average cannot lose a share of " + mean
                            + ": a frame arrives between two bursts; make them longer");
        }
        return new Loss(p, r, 0, 1);
    }

    /** The share of frames that are lost in the long run. */
    public double mean() {
        return isBursty() && p + r > 0 ? (p * bad + r * good) / (p + r) : good;
    }

    /** How many frames a bad time has on average; infinite if it never ends. */
    public double burstLength() {
        return 1 / r;
    }

    /** True if the state ever changes. */
    public boolean isBursty() {
        return p > 0;
    }
}
