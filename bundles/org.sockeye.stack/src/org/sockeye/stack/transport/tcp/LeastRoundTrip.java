package org.sockeye.stack.transport.tcp;

/**
 * The shortest round trip of the last minutes. Keeps the best three of successive parts of that time, so that an old one
 * is succeeded by one that is nearly as good.
 */
final class LeastRoundTrip {

    private final long span;
    private final long[] least = { Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE };
    private final long[] at = new long[3];

    /**
     * Nothing measured yet.
     *
     * @param span for how many nanoseconds a measure counts
     */
    LeastRoundTrip(long span) {
        this.span = span;
    }

    /** In nanoseconds; {@link Long#MAX_VALUE} as long as nothing was measured. */
    long get() {
        return least[0];
    }

    void measured(long sample, long now) {
        if (sample <= least[0] || now - at[2] > span) {
            put(0, sample, now);
            put(1, sample, now);
            put(2, sample, now);
            return;
        }
        if (sample <= least[1]) {
            put(1, sample, now);
            put(2, sample, now);
        } else if (sample <= least[2]) {
            put(2, sample, now);
        }
        forget(sample, now);
    }

    private void forget(long sample, long now) {
        if (now - at[0] > span) {
            put(0, least[1], at[1]);
            put(1, least[2], at[2]);
            put(2, sample, now);
            if (now - at[0] > span) {
                put(0, least[1], at[1]);
                put(1, least[2], at[2]);
            }
        } else if (at[1] == at[0] && now - at[1] > span / 4) {
            put(1, sample, now);
            put(2, sample, now);
        } else if (at[2] == at[1] && now - at[2] > span / 2) {
            put(2, sample, now);
        }
    }

    private void put(int place, long sample, long time) {
        least[place] = sample;
        at[place] = time;
    }
}
