package org.sockeye.stack.dissect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;

/** What holds for a connection wherever it is seen: its number, first sequence numbers and window scales. */
final class TcpConversation {

    private static final int UNKNOWN = -1;

    /** One direction. */
    private static final class Side {

        private boolean seen;
        private int first;
        private int shift = UNKNOWN;
        private boolean opened;
    }

    private final int stream;
    private final Side forward = new Side();
    private final Side backward = new Side();
    private final Dialogue dialogue = new Dialogue();
    private final Map<String, TcpAnalysis> analyses = new HashMap<>();
    private String link = "";
    private TcpAnalysis analysis = new TcpAnalysis();
    private final long opened;
    private long latest;

    /** @param now when its first segment was seen */
    TcpConversation(int stream, long now) {
        this.stream = stream;
        this.opened = now;
        this.latest = now;
    }

    int stream() {
        return stream;
    }

    /** True for a SYN that opens another connection between the same ends, as its first number differs. */
    boolean isReplacedBy(boolean isForward, TcpHeader header) {
        Side side = isForward ? forward : backward;
        return header.has(TcpHeader.SYN) && !header.has(TcpHeader.ACK) && side.seen && side.first != header.sequence();
    }

    void see(boolean isForward, TcpHeader header) {
        Side from = isForward ? forward : backward;
        Side to = isForward ? backward : forward;
        if (header.has(TcpHeader.SYN)) {
            from.first = header.sequence();
            from.seen = true;
            from.shift = shift(header);
            from.opened = true;
        } else if (!from.seen) {
            // The handshake was missed: as if it had been just before.
            from.first = header.sequence() - 1;
            from.seen = true;
        }
        if (header.has(TcpHeader.ACK) && !to.seen) {
            to.first = header.acknowledgment() - 1;
            to.seen = true;
        }
    }

    private static int shift(TcpHeader header) {
        for (TcpOption option : header.options()) {
            if (option instanceof TcpOption.WindowScale scale) {
                return Math.min(scale.shift(), 14);
            }
        }
        return UNKNOWN;
    }

    /** By how much that direction's windows are shifted; -1 if unknown. Both must have offered to (RFC 7323, 2.2). */
    int shift(boolean isForward) {
        if (!forward.opened && !backward.opened) {
            return UNKNOWN;
        }
        boolean refused = forward.opened && forward.shift == UNKNOWN || backward.opened && backward.shift == UNKNOWN;
        return refused ? 0 : (isForward ? forward : backward).shift;
    }

    /** What stands out on that link. */
    TcpAnalysis analysis(String where) {
        if (!where.equals(link) || analyses.isEmpty()) {
            link = where;
            analysis = analyses.computeIfAbsent(where, key -> new TcpAnalysis());
        }
        return analysis;
    }

    /** What has been agreed on. */
    Dialogue dialogue() {
        return dialogue;
    }

    /** When a segment was seen that was judged just now. */
    TcpTimes times(long now) {
        long before = latest;
        latest = now;
        int acknowledged = analysis.acknowledged();
        return new TcpTimes(now - opened, now - before, acknowledged, acknowledged == 0 ? 0 : analysis.roundTrip());
    }

    TcpContext context(boolean isForward, Manner manner, TcpTimes times, List<TcpRemark> remarks) {
        Side from = isForward ? forward : backward;
        Side to = isForward ? backward : forward;
        return new TcpContext(stream, Integer.toUnsignedLong(from.first), Integer.toUnsignedLong(to.first),
                shift(isForward), manner, times, remarks);
    }
}
