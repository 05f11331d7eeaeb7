package org.sockeye.stack.trace;

import java.util.Arrays;
import org.sockeye.stack.trace.tape.Tape;
import org.sockeye.stack.trace.tape.TapeReader;

/**
 * The bytes of a frame on tape: pieces, one behind the other, until the frame is full. Each begins with a number, its
 * length times four plus its kind.
 */
final class FrameBody {

    /** The bytes follow. */
    static final int LITERAL = 0;
    /** They are those at the same place of the frame that this one was compared with. */
    static final int SAME = 1;
    /** They are those at another place of that frame, which follows. */
    static final int SHIFTED = 2;
    /** They are those of a message; where on the tape of payloads follows. */
    static final int PAYLOAD = 3;

    /** Fewer equal bytes between others are not worth a piece of their own. */
    private static final int SHORTEST = 4;
    /** How much of a frame's end is looked for in another frame. */
    private static final int PATTERN = 16;

    private FrameBody() {
    }

    static void literal(Tape tape, byte[] bytes, int from, int to) {
        if (from < to) {
            tape.putNumber((long) (to - from) << 2 | LITERAL);
            tape.put(bytes, from, to - from);
        }
    }

    static void payload(Tape tape, long position, int length) {
        tape.putNumber((long) length << 2 | PAYLOAD);
        tape.putNumber(position);
    }

    /** Writes what stands between {@code from} and {@code to}, compared with the same place of {@code base}. */
    static void compared(Tape tape, byte[] base, byte[] bytes, int from, int to) {
        int common = Math.min(to, base.length);
        int at = from;
        if (base == bytes && from < to) {
            tape.putNumber((long) (to - from) << 2 | SAME);
            return;
        }
        while (at < to) {
            int same = at + same(base, bytes, at, common);
            if (same - at >= SHORTEST || same > at && same == to) {
                tape.putNumber((long) (same - at) << 2 | SAME);
                at = same;
            } else {
                int stop = nextSame(base, bytes, at, common, to);
                literal(tape, bytes, at, stop);
                at = stop;
            }
        }
    }

    private static int same(byte[] base, byte[] bytes, int from, int to) {
        if (from >= to) {
            return 0;
        }
        int mismatch = Arrays.mismatch(base, from, to, bytes, from, to);
        return mismatch < 0 ? to - from : mismatch;
    }

    private static int nextSame(byte[] base, byte[] bytes, int from, int common, int to) {
        int run = 0;
        for (int i = from; i < common; i++) {
            run = base[i] == bytes[i] ? run + 1 : 0;
            if (run == SHORTEST) {
                return i + 1 - run;
            }
        }
        return to;
    }

    /** Writes a whole frame whose bytes may stand somewhere else in {@code base}: behind a longer header, or cut out. */
    static void realigned(Tape tape, byte[] base, byte[] bytes) {
        int end = bytes.length - CapturedFrame.FCS_LENGTH;
        int start = end - PATTERN;
        int place = start < 0 ? -1 : find(base, bytes, start);
        if (place < 0) {
            compared(tape, base, bytes, 0, bytes.length);
            return;
        }
        while (start > 0 && place > 0 && bytes[start - 1] == base[place - 1]) {
            start--;
            place--;
        }
        literal(tape, bytes, 0, start);
        tape.putNumber((long) (end - start) << 2 | SHIFTED);
        tape.putNumber(place);
        literal(tape, bytes, end, bytes.length);
    }

    private static int find(byte[] base, byte[] bytes, int start) {
        for (int place = base.length - PATTERN; place >= 0; place--) {
            if (base[place] == bytes[start]
                    && Arrays.equals(base, place, place + PATTERN, bytes, start, start + PATTERN)) {
                return place;
            }
        }
        return -1;
    }

    /** Reads a body of {@code length} bytes. */
    static byte[] read(TapeReader from, int length, byte[] base, Tape payloads) {
        byte[] bytes = new byte[length];
        int at = 0;
        while (at < length) {
            long head = from.getNumber();
            int piece = (int) (head >>> 2);
            if (piece == base.length && head == ((long) length << 2 | SAME)) {
                // Nobody changes it, so that all hops of a packet that a switch forwards can have one array.
                return base;
            }
            switch ((int) head & 3) {
                case LITERAL -> from.get(bytes, at, piece);
                case SAME -> System.arraycopy(base, at, bytes, at, piece);
                case SHIFTED -> System.arraycopy(base, from.getInt(), bytes, at, piece);
                default -> payloads.read(from.getNumber(), bytes, at, piece);
            }
            at += piece;
        }
        return bytes;
    }
}
