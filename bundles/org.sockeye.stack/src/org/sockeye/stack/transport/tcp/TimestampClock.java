package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;
import org.sockeye.stack.wire.TcpOption.Timestamps;

/**
 * The timestamps of one connection (RFC 7323, section 3): this end's clock, which counts milliseconds as on Linux, and
 * which of the peer's timestamps to echo.
 */
final class TimestampClock {

    /** Bytes that the option takes in a header, with what pads it. */
    static final int PADDED = 12;

    private static final long TICK = 1_000_000;
    private static final long OUTDATED = 24L * 24 * 3600 * 1_000_000_000;

    private final EventQueue events;
    private final int offset;
    private int recent;
    private long heardAt;

    /**
     * A clock of its own for a connection.
     *
     * @param offset what it shows at the start of the run
     */
    TimestampClock(EventQueue events, int offset) {
        this.events = events;
        this.offset = offset;
    }

    /** What it shows now. */
    int value() {
        return (int) (events.now() / TICK) + offset;
    }

    /** What it showed or will show at a time, in nanoseconds since the start of the run. */
    int at(long time) {
        return (int) (time / TICK) + offset;
    }

    /** What a segment sent now bears. */
    Timestamps option() {
        return new Timestamps(value(), recent);
    }

    /** The timestamps of a segment, or null if it has none. */
    static @Nullable Timestamps of(TcpHeader header) {
        for (TcpOption option : header.options()) {
            if (option instanceof Timestamps found) {
                return found;
            }
        }
        return null;
    }

    /** An earlier connection to the same peer has just given way: its last timestamp is echoed from the SYN on (RFC 6191). */
    void follow(TimestampClock earlier) {
        recent = earlier.recent;
        heardAt = earlier.heardAt;
    }

    /** The peer's SYN arrived. */
    void met(TcpHeader syn) {
        Timestamps there = of(syn);
        recent = there == null ? 0 : there.value();
        heardAt = events.now();
    }

    /**
     * A segment arrived that may be looked at: its timestamp is the one to echo, if the segment does not lie beyond the
     * last acknowledgment sent (section 4.3), so that time that the acknowledgment waited counts.
     *
     * @param lastAcknowledged the acknowledgment number sent last
     */
    void heard(Segment segment, long lastAcknowledged) {
        Timestamps there = of(segment.header());
        if (there != null && segment.sequence() <= lastAcknowledged && there.value() - recent >= 0) {
            recent = there.value();
            heardAt = events.now();
        }
    }

    /**
     * Protection against wrapped sequence numbers (section 5): the timestamp is older than one seen before, unless that was
     * so long ago that the peer's clock may have wrapped.
     */
    boolean isOld(TcpHeader header) {
        Timestamps there = of(header);
        return there != null && recent != 0 && there.value() - recent < 0 && events.now() - heardAt < OUTDATED;
    }

    /** The timestamp is later than any seen. */
    boolean isNew(TcpHeader header) {
        Timestamps there = of(header);
        return there != null && there.value() - recent > 0;
    }

    /** True if the segment echoes what was sent at a time, in nanoseconds since the start of the run. */
    boolean isEchoOf(TcpHeader header, long time) {
        Timestamps there = of(header);
        return there != null && there.echo() == at(time);
    }

    /** Nanoseconds since this end sent what {@code echo} was the timestamp of, in whole milliseconds and at least one. */
    long since(int echo) {
        return Math.max(1, value() - echo) * TICK;
    }
}
