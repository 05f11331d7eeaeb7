package org.sockeye.stack.physical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bits of a frame as they pass along a cable, for looking at: worked out when somebody asks, for the network itself
 * counts bytes only.
 *
 * <pre>
 *  +----------------------------+----------+---------------------------+
 *  |          preamble          |   SFD    |           frame           |
 *  |  7 bytes 10101010 on wire  | 10101011 |  each byte's lowest first |
 *  +----------------------------+----------+---------------------------+
 * </pre>
 *
 * <p>Preamble and start frame delimiter (IEEE 802.3, sections 3.2.1 and 3.2.2) let the receiver fall into step. They are
 * not part of the frame, and neither captures nor the times of a trace count them.
 */
public final class Signal {

    /** Bytes of the preamble. */
    public static final int PREAMBLE_LENGTH = 7;
    /** Bytes of the start frame delimiter. */
    public static final int DELIMITER_LENGTH = 1;

    private static final byte PREAMBLE = 0x55;
    private static final byte DELIMITER = (byte) 0xd5;
    private static final int HEAD = PREAMBLE_LENGTH + DELIMITER_LENGTH;
    private static final double SECOND = 1e9;

    private final byte[] bytes;

    /** What a bit belongs to. */
    public enum Part {
        PREAMBLE, DELIMITER, FRAME
    }

    /**
     * A stretch of the wire's time in which the level stays.
     *
     * @param from when it begins, in nanoseconds since the first bit's beginning
     * @param to when it ends
     * @param level 1 for high, -1 for low
     */
    public record Stretch(double from, double to, int level) {
    }

    private Signal(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The signal of a frame with its frame check sequence. */
    public static Signal of(byte[] frame) {
        byte[] bytes = new byte[HEAD + frame.length];
        Arrays.fill(bytes, 0, PREAMBLE_LENGTH, PREAMBLE);
        bytes[PREAMBLE_LENGTH] = DELIMITER;
        System.arraycopy(frame, 0, bytes, HEAD, frame.length);
        return new Signal(bytes);
    }

    /** How many bits there are, preamble and delimiter included. */
    public int length() {
        return bytes.length * 8;
    }

    /**
     * A bit, 0 or 1.
     *
     * @param index counts from 0 in the order in which bits are sent
     */
    public int bit(int index) {
        return bytes[index / 8] >> index % 8 & 1;
    }

    /** What a bit belongs to. */
    public Part part(int index) {
        int at = index / 8;
        return at < PREAMBLE_LENGTH ? Part.PREAMBLE : at < HEAD ? Part.DELIMITER : Part.FRAME;
    }

    /** The byte of the frame that a bit belongs to, from 0; negative before the frame. */
    public int frameByte(int index) {
        return index / 8 - HEAD;
    }

    /** Some of the bits, such as "10101011". */
    public String bits(int from, int to) {
        StringBuilder bits = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            bits.append(bit(i));
        }
        return bits.toString();
    }

    /** The levels of the bits from {@code from} to before {@code to}: 1 for high and -1 for low. */
    public int[] levels(LineCode code, int from, int to) {
        int each = code.levelsPerBit();
        int[] levels = new int[(to - from) * each];
        for (int i = from; i < to; i++) {
            System.arraycopy(code.levels(bit(i)), 0, levels, (i - from) * each, each);
        }
        return levels;
    }

    /**
     * The same over time, equal levels joined, as one would draw them.
     *
     * @param rate bits a second, from 1 up
     */
    public List<Stretch> stretches(LineCode code, int from, int to, long rate) {
        int[] levels = levels(code, from, to);
        double each = bitTime(rate) / code.levelsPerBit();
        double start = from * bitTime(rate);
        List<Stretch> stretches = new ArrayList<>();
        int begun = 0;
        for (int i = 1; i <= levels.length; i++) {
            if (i == levels.length || levels[i] != levels[begun]) {
                stretches.add(new Stretch(start + begun * each, start + i * each, levels[begun]));
                begun = i;
            }
        }
        return stretches;
    }

    /** How long a bit lasts at {@code rate} bits a second, in nanoseconds. */
    public static double bitTime(long rate) {
        if (rate < 1) {
            throw new IllegalArgumentException("a bit has a length only at 1 bit/s or more, not at " + rate);
        }
        return SECOND / rate;
    }

    /** How long it takes to send all bits, in nanoseconds; preamble and delimiter included. */
    public double transmissionTime(long rate) {
        return length() * bitTime(rate);
    }

    /** How many metres of a cable a bit takes up at {@code rate}, at two thirds of the speed of light. */
    public static double bitLength(long rate) {
        return bitTime(rate) / LinkConditions.SLOWNESS;
    }

    /** When the first bit comes out at the other end, in nanoseconds since it went in. */
    public static long propagationTime(LinkConditions link) {
        return link.propagation();
    }
}
