package org.sockeye.stack.dissect;

import java.util.Arrays;

/** The segments of one direction that nobody has acknowledged on this link so far, oldest first. */
final class Unacknowledged {

    /** Where acknowledgments are not seen at all, the oldest segments are forgotten. */
    private static final int MOST = 1024;

    private int[] ends = new int[8];
    private int[] numbers = new int[8];
    private long[] times = new long[8];
    private int count;
    private int number;
    private long time;

    /**
     * A segment was seen.
     *
     * @param end the sequence number behind it
     * @param frame the number of its frame
     * @param now when, in nanoseconds
     */
    void sent(int end, int frame, long now) {
        if (count == MOST) {
            keep(MOST / 2, count);
        } else if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
            numbers = Arrays.copyOf(numbers, 2 * count);
            times = Arrays.copyOf(times, 2 * count);
        }
        ends[count] = end;
        numbers[count] = frame;
        times[count++] = now;
    }

    private void keep(int from, int to) {
        System.arraycopy(ends, from, ends, 0, to - from);
        System.arraycopy(numbers, from, numbers, 0, to - from);
        System.arraycopy(times, from, times, 0, to - from);
        count = to - from;
    }

    /**
     * All up to that number have been acknowledged, and are forgotten.
     *
     * @return true if one of them ended just there: the first such is {@link #number()}, sent at {@link #time()}
     */
    boolean acknowledge(int acknowledgment) {
        boolean found = false;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (ends[i] - acknowledgment > 0) {
                ends[kept] = ends[i];
                numbers[kept] = numbers[i];
                times[kept++] = times[i];
            } else if (!found && ends[i] == acknowledgment) {
                found = true;
                number = numbers[i];
                time = times[i];
            }
        }
        count = kept;
        return found;
    }

    /** The frame that was acknowledged last. */
    int number() {
        return number;
    }

    /** When that was seen, in nanoseconds. */
    long time() {
        return time;
    }
}
