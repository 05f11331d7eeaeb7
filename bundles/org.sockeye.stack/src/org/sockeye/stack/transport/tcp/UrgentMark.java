package org.sockeye.stack.transport.tcp;

import java.util.OptionalInt;
import org.sockeye.stack.wire.TcpHeader;

/**
 * The urgent byte of a receiver (RFC 9293, section 3.8.5; RFC 6093): as on Linux, one byte that stands outside the stream,
 * the last before the place to which the urgent pointer points.
 */
final class UrgentMark {

    private static final long NONE = -1;
    private static final int NOT_HERE = -1;

    private long position = NONE;
    private int value = NOT_HERE;
    private boolean taken;

    /**
     * A segment arrived that is not behind the window.
     *
     * @param read the number of the next byte that the program reads
     * @param next the number expected next
     * @return true if it tells of urgent data that was not known
     */
    boolean arrived(Segment segment, long read, long next) {
        boolean news = segment.has(TcpHeader.URG) && announce(segment, read, next);
        long at = position - segment.sequence();
        if (position != NONE && value == NOT_HERE && at >= 0 && at < segment.payloadLength()) {
            value = segment.bytes()[segment.payloadOffset() + (int) at] & 0xff;
            return true;
        }
        return news;
    }

    private boolean announce(Segment segment, long read, long next) {
        long pointed = segment.sequence() + Math.max(0, segment.header().urgentPointer() - 1);
        if (pointed < read || pointed < next || position != NONE && pointed <= position) {
            return false;
        }
        position = pointed;
        value = NOT_HERE;
        taken = false;
        return true;
    }

    /** The byte at {@code position} is the urgent one. */
    boolean isAt(long number) {
        return position == number;
    }

    /** How many of {@code length} bytes from {@code read} on come before the urgent one. */
    int before(long read, int length) {
        return position > read && position < read + length ? (int) (position - read) : length;
    }

    /** The program went past it. */
    void passed() {
        position = NONE;
        taken = true;
    }

    /** There is urgent data that the program has not taken. */
    boolean isPending() {
        return position != NONE && !taken;
    }

    /** Its value once it is here; taken by that. Empty if it is not here, or has been taken. */
    OptionalInt take() {
        if (taken || value == NOT_HERE) {
            return OptionalInt.empty();
        }
        taken = true;
        return OptionalInt.of(value);
    }
}
