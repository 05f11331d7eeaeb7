package org.sockeye.stack.physical;

/** How a bit becomes levels on the wire: high is 1, low is -1. */
public enum LineCode {

    /** Non-return to zero: high for 1 and low for 0, as long as the bit lasts. Long runs of equal bits have no edges. */
    NRZ {
        @Override
        int[] levels(int bit) {
            return bit == 1 ? new int[] { 1 } : new int[] { -1 };
        }
    },

    /**
     * Manchester code by the convention of IEEE 802.3 (section 7.3.1.1, 10 Mbit/s Ethernet): a 1 rises in the middle of
     * the bit, a 0 falls there, so that the receiver can tell from the edges when a bit is due. (G. E. Thomas's convention
     * has them the other way round.)
     */
    MANCHESTER {
        @Override
        int[] levels(int bit) {
            return bit == 1 ? new int[] { -1, 1 } : new int[] { 1, -1 };
        }
    };

    /** The levels of one bit, each of which lasts an equal part of it. */
    abstract int[] levels(int bit);

    /** How many levels a bit has. */
    public int levelsPerBit() {
        return levels(1).length;
    }
}
