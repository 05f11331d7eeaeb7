package org.sockeye.stack.trace;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sockeye.stack.trace.tape.Shelf;
import org.sockeye.stack.trace.tape.Tape;

/**
 * The bytes of messages as they were first seen on a link. Every packet that carries them, at any hop and in any
 * retransmission, refers to them; what has been damaged on its way does not.
 */
final class Payloads {

    /** Of how many messages it is known where their bytes are; older ones' are stored anew if they come again. */
    private static final int REMEMBERED = 1 << 15;

    private final Tape tape;
    private final Map<Long, Extents> places = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Extents> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long found;

    /** Stretches of one message, in order of their starts. */
    private static final class Extents {
        private int count;
        private int[] starts = new int[1];
        private int[] ends = new int[1];
        private long[] positions = new long[1];

        /** How many stretches start at or before {@code offset}. */
        int before(int offset) {
            int place = Arrays.binarySearch(starts, 0, count, offset);
            return place < 0 ? -place - 1 : place + 1;
        }

        void add(int index, int start, int end, long position) {
            if (index > 0 && ends[index - 1] == start
                    && positions[index - 1] + start - starts[index - 1] == position) {
                ends[index - 1] = end;
                return;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
                positions = Arrays.copyOf(positions, 2 * count);
            }
            System.arraycopy(starts, index, starts, index + 1, count - index);
            System.arraycopy(ends, index, ends, index + 1, count - index);
            System.arraycopy(positions, index, positions, index + 1, count - index);
            starts[index] = start;
            ends[index] = end;
            positions[index] = position;
            count++;
        }
    }

    Payloads(Shelf shelf) {
        tape = new Tape(shelf);
    }

    Tape tape() {
        return tape;
    }

    /**
     * Finds or stores the bytes of a message from {@code messageOffset} on, or as many of them as stand together;
     * {@link #found} says where.
     *
     * @return how many bytes stand there; negative if so many bytes are known, but they are others
     */
    int place(long message, int messageOffset, byte[] bytes, int offset, int length) {
        Extents extents = places.computeIfAbsent(message, unknown -> new Extents());
        int index = extents.before(messageOffset);
        if (index > 0 && messageOffset < extents.ends[index - 1]) {
            int piece = Math.min(length, extents.ends[index - 1] - messageOffset);
            found = extents.positions[index - 1] + messageOffset - extents.starts[index - 1];
            return tape.matches(found, bytes, offset, piece) ? piece : -piece;
        }
        int piece = index < extents.count ? Math.min(length, extents.starts[index] - messageOffset) : length;
        found = tape.end();
        tape.put(bytes, offset, piece);
        extents.add(index, messageOffset, messageOffset + piece, found);
        return piece;
    }

    long found() {
        return found;
    }
}
