package org.sockeye.stack.transport.tcp;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.socket.TcpInfo;
import org.sockeye.stack.socket.TcpInfo.Field;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;
import org.sockeye.stack.wire.TcpOption.MaximumSegmentSize;
import org.sockeye.stack.wire.TcpOption.NoOperation;
import org.sockeye.stack.wire.TcpOption.SackPermitted;
import org.sockeye.stack.wire.TcpOption.WindowScale;

/**
 * What both ends agree on by their SYNs: at first what this end offers, and once the peer's SYN is there what both did.
 * The order of options is that of Linux.
 */
final class Agreement {

    private static final int LARGEST_SCALE = 14;
    private static final NoOperation NOTHING = new NoOperation();

    private final TcpSettings settings;
    private final int maximumSegment;
    private final int offeredScale;
    private boolean timestamps;
    private boolean selective;
    private boolean scaled;
    private boolean ecn;
    private int peerScale;
    private int peerMaximumSegment = Sender.DEFAULT_MAXIMUM_SEGMENT;

    /**
     * What this end offers.
     *
     * @param maximumSegment the largest payload that fits the first link
     */
    Agreement(TcpSettings settings, SocketOptions options, int maximumSegment) {
        this.settings = settings;
        this.maximumSegment = maximumSegment;
        this.offeredScale = options.windowScale();
        this.timestamps = settings.has(TcpSetting.TIMESTAMPS);
        this.selective = settings.has(TcpSetting.SACK);
        this.scaled = settings.has(TcpSetting.WINDOW_SCALING);
        this.ecn = settings.get(TcpSetting.ECN) == 1;
    }

    /** Takes over what the peer's SYN or SYN-ACK offers of it. */
    void meet(TcpHeader syn) {
        boolean peerTimestamps = false;
        boolean peerSelective = false;
        boolean peerScaled = false;
        for (TcpOption option : syn.options()) {
            switch (option) {
                case MaximumSegmentSize size when size.bytes() > 0 -> peerMaximumSegment = size.bytes();
                case WindowScale offered -> {
                    peerScaled = true;
                    peerScale = Math.min(offered.shift(), LARGEST_SCALE);
                }
                case TcpOption.Timestamps clocks -> peerTimestamps = true;
                case SackPermitted permitted -> peerSelective = true;
                default -> {
                    // Of no meaning in a SYN.
                }
            }
        }
        timestamps &= peerTimestamps;
        selective &= peerSelective;
        scaled &= peerScaled;
        boolean echo = syn.has(TcpHeader.ECE);
        ecn = syn.has(TcpHeader.ACK) ? ecn && echo && !syn.has(TcpHeader.CWR)
                : settings.has(TcpSetting.ECN) && echo && syn.has(TcpHeader.CWR);
    }

    /** The path seems to swallow SYNs that ask for ECN: asks no more. */
    void waiveEcn() {
        ecn = false;
    }

    /** Every segment bears timestamps. */
    boolean timestamps() {
        return timestamps;
    }

    /** Acknowledgments may be selective. */
    boolean selective() {
        return selective;
    }

    boolean ecn() {
        return ecn;
    }

    boolean scaled() {
        return scaled;
    }

    /** How windows that this end sends are to be shifted. */
    int scale() {
        return scaled ? offeredScale : 0;
    }

    /** How windows that the peer sends are shifted. */
    int peerScale() {
        return scaled ? peerScale : 0;
    }

    /** The largest payload that this end announces. */
    int maximumSegment() {
        return maximumSegment;
    }

    /** The largest payload, options of the header included, that the peer announced. */
    int peerMaximumSegment() {
        return peerMaximumSegment;
    }

    /** The largest payload of a segment that this end sends. */
    int segment() {
        return Math.max(1, Math.min(peerMaximumSegment, maximumSegment) - (timestamps ? TimestampClock.PADDED : 0));
    }

    /** How long the segments were that make up {@code payload}, which several make up if it is too much for one. */
    int partOf(int payload) {
        return payload <= maximumSegment ? payload : Math.min(peerMaximumSegment, maximumSegment);
    }

    /** The flags of a SYN beside SYN and ACK. */
    int synFlags(boolean answer) {
        return !ecn ? 0 : answer ? TcpHeader.ECE : TcpHeader.ECE | TcpHeader.CWR;
    }

    /** The options of a SYN. */
    List<TcpOption> synOptions(TimestampClock clock) {
        List<TcpOption> options = new ArrayList<>(6);
        options.add(new MaximumSegmentSize(maximumSegment));
        if (timestamps) {
            pad(options, selective ? 0 : 2);
        } else {
            pad(options, selective ? 2 : 0);
        }
        if (selective) {
            options.add(new SackPermitted());
        }
        if (timestamps) {
            options.add(clock.option());
        }
        if (scaled) {
            pad(options, 1);
            options.add(new WindowScale(offeredScale));
        }
        return options;
    }

    void tell(TcpInfo info) {
        info.put(Field.OPTIONS, (timestamps ? 1 : 0) | (selective ? 2 : 0) | (scaled ? 4 : 0) | (ecn ? 8 : 0));
        info.put(Field.SND_WSCALE, peerScale());
        info.put(Field.RCV_WSCALE, scale());
        info.put(Field.ADVMSS, maximumSegment);
    }

    private static void pad(List<TcpOption> options, int bytes) {
        for (int i = 0; i < bytes; i++) {
            options.add(NOTHING);
        }
    }
}
