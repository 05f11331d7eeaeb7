package org.sockeye.stack.transport.tcp;

/**
 * Dynamic right-sizing: measures how much the program reads in a round trip, and wants a buffer for twice that and for
 * what slow start will bring, so that neither buffer nor window limits a long fast path. As Linux does.
 */
final class ReceiveTuning {

    private static final int ROUNDING = 3;

    private final int announced;
    private long roundTrip;
    private boolean measuring;
    private long measureFrom;
    private long measureUpTo;
    private int lastEcho;
    private long space;
    private long read;
    private long readAtStart;
    private long start;

    /**
     * Nothing read yet.
     *
     * @param announced the largest segment that this end announced
     */
    ReceiveTuning(int announced) {
        this.announced = announced;
    }

    void open(long window, long now) {
        space = Math.min(window, 10L * announced);
        start = now;
    }

    /** The mean round trip as the receiver sees it, in nanoseconds; 0 if it does not know. */
    long roundTrip() {
        return roundTrip >> ROUNDING;
    }

    /** How much the program read in a round trip. */
    long space() {
        return space;
    }

    /** The space is not larger than the window. */
    void bound(long window) {
        space = Math.min(space, window);
    }

    /** A full segment echoes {@code echo}, sent {@code sample} nanoseconds ago. */
    void echoed(int echo, long sample) {
        if (echo != lastEcho) {
            lastEcho = echo;
            roundTrip = roundTrip == 0 ? sample << ROUNDING : roundTrip + sample - (roundTrip >> ROUNDING);
        }
    }

    /** Without timestamps: a window's worth takes a round trip at least. */
    void arrived(long next, long window, long now) {
        if (measuring && next < measureUpTo) {
            return;
        }
        if (measuring) {
            long sample = Math.max(1000, now - measureFrom) << ROUNDING;
            roundTrip = roundTrip == 0 ? sample : Math.min(roundTrip, sample);
        }
        measuring = true;
        measureFrom = now;
        measureUpTo = next + window;
    }

    /**
     * The program has read.
     *
     * @return the payload for which there should be room, or 0 if nothing is to change
     */
    long read(int bytes, long now) {
        read += bytes;
        if (roundTrip == 0 || now - start < roundTrip()) {
            return 0;
        }
        long copied = read - readAtStart;
        long wanted = 0;
        if (copied > space) {
            wanted = 2 * copied + 16L * announced;
            wanted += 2 * (wanted * (copied - space) / Math.max(1, space));
            space = copied;
        }
        readAtStart = read;
        start = now;
        return wanted;
    }
}
