package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.TcpHeader;

/**
 * Judges the segments of one connection on one link, in order, by the rules that Wireshark's documentation gives for
 * "TCP Analysis", with the same words.
 */
final class TcpAnalysis {

    private static final int MARKS = TcpHeader.SYN | TcpHeader.FIN | TcpHeader.RST;
    /** A retransmission this soon after the last duplicate acknowledgment was caused by it; in nanoseconds. */
    private static final long FAST = 20_000_000;
    /** How late a segment may be to count as overtaken, while the round-trip time is unknown; in nanoseconds. */
    private static final long OVERTAKEN = 3_000_000;

    private static final TcpRemark SPURIOUS = remark("spurious_retransmission", "TCP Spurious Retransmission",
            "retransmitted though it had been acknowledged: the ACK was late or lost");
    /** Goes with the two that say it more exactly, so that whoever asks for retransmissions finds them all. */
    private static final TcpRemark RETRANSMITTED = remark("retransmission", "");
    private static final TcpRemark OUT_OF_ORDER = remark("out_of_order", "TCP Out-Of-Order",
            "out of order: a later segment was sent or came first");
    private static final TcpRemark REUSED = remark("reused_ports", "TCP Port numbers reused");
    private static final TcpRemark LOST = remark("lost_segment", "TCP Previous segment not captured",
            "a segment before this one is missing on this link");
    private static final TcpRemark ACK_LOST = remark("ack_lost_segment", "TCP ACKed unseen segment");
    private static final TcpRemark WINDOW_UPDATE = remark("window_update", "TCP Window Update");
    private static final TcpRemark WINDOW_FULL = remark("window_full", "TCP Window Full",
            "fills all the room that the receiver has granted");
    private static final TcpRemark KEEP_ALIVE = remark("keep_alive", "TCP Keep-Alive");
    private static final TcpRemark KEEP_ALIVE_ACK = remark("keep_alive_ack", "TCP Keep-Alive ACK");
    private static final TcpRemark PROBE = remark("zero_window_probe", "TCP ZeroWindowProbe",
            "asks a receiver without room whether there is some again");
    private static final TcpRemark ZERO_WINDOW = remark("zero_window", "TCP ZeroWindow",
            "the receiver has no room left: the sender must wait");
    private static final TcpRemark PROBE_ACK = remark("zero_window_probe_ack", "TCP ZeroWindowProbeAck");

    /** One direction, as seen so far. */
    private static final class Flow {

        private boolean seen;
        private int next;
        private long nextTime;
        private boolean ackable;
        private int highest;
        private int window = -1;
        private boolean acknowledged;
        private int acknowledgment;
        private long acknowledgmentTime;
        private int duplicates;
        private int original;
        private boolean probed;
        private boolean keptAlive;
        /** By its first sequence number, when a segment was sent last. */
        private final Recent sent = new Recent();
        private final Unacknowledged open = new Unacknowledged();
    }

    /** The last segments that were sent; nobody sends again what was sent longer ago. */
    private static final class Recent {

        private static final int MOST = 1024;

        private int[] sequences = new int[8];
        private int[] numbers = new int[8];
        private long[] times = new long[8];
        private int count;

        void put(int sequence, int number, long time) {
            if (count == times.length && count < MOST) {
                sequences = Arrays.copyOf(sequences, 2 * count);
                numbers = Arrays.copyOf(numbers, 2 * count);
                times = Arrays.copyOf(times, 2 * count);
            }
            int at = count++ % MOST;
            sequences[at] = sequence;
            numbers[at] = number;
            times[at] = time;
        }

        /** When a segment with that first number was sent last; null if that is not known. */
        @Nullable
        Sent get(int sequence) {
            for (int i = count - 1; i >= Math.max(0, count - MOST); i--) {
                if (sequences[i % MOST] == sequence) {
                    return new Sent(numbers[i % MOST], times[i % MOST]);
                }
            }
            return null;
        }
    }

    private record Sent(int number, long time) {
    }

    private final Flow forward = new Flow();
    private final Flow backward = new Flow();
    private long opened = -1;
    private long firstRoundTrip = -1;
    private int acknowledged;
    private long roundTrip;

    private static TcpRemark remark(String name, String text) {
        return remark(name, text, "");
    }

    private static TcpRemark remark(String name, String text, String problem) {
        return new TcpRemark("tcp.analysis." + name, text, problem);
    }

    /**
     * Judges the next segment.
     *
     * @param length bytes of payload
     * @param shift how much the other direction's windows are shifted; -1 if unknown
     * @param reused whether this segment opens a connection between ends that had one before
     */
    List<TcpRemark> judge(boolean isForward, CapturedFrame frame, TcpHeader header, int length, int shift,
            boolean reused) {
        Flow from = isForward ? forward : backward;
        Flow to = isForward ? backward : forward;
        measureFirstRoundTrip(frame.time(), header);
        // As Wireshark does, the number of a SYN without the flag is heeded too, though it means nothing.
        boolean answers = to.open.acknowledge(header.acknowledgment()) && header.has(TcpHeader.ACK);
        acknowledged = answers ? to.open.number() : 0;
        roundTrip = answers ? frame.time() - to.open.time() : 0;
        List<TcpRemark> remarks = new ArrayList<>();
        if (reused) {
            remarks.add(REUSED);
        }
        boolean probe = length == 1 && from.seen && header.sequence() == from.next && to.window == 0;
        if (probe) {
            remarks.add(PROBE);
        } else {
            judgeOrder(remarks, from, header, length);
            judgeWindow(remarks, from, to, header, length, shift);
            judgeRepetition(remarks, from, to, frame.number(), header, length);
        }
        if (!from.acknowledged || header.acknowledgment() != from.acknowledgment) {
            from.original = frame.number();
            from.duplicates = 0;
        }
        if (to.ackable && header.has(TcpHeader.ACK) && header.acknowledgment() - to.highest > 0) {
            remarks.add(ACK_LOST);
            // Not to be said of every acknowledgment to come.
            to.highest = to.highest == to.next ? header.acknowledgment() : to.next;
        }
        judgeRetransmission(remarks, from, to, frame.time(), header, length);
        remember(from, header, frame, length, probe);
        from.keptAlive = remarks.contains(KEEP_ALIVE);
        from.probed = probe;
        return inOrder(remarks);
    }

    /** The number of the frame that the last segment acknowledged the end of; 0 if there was none. */
    int acknowledged() {
        return acknowledged;
    }

    /** How long after that frame, in nanoseconds. */
    long roundTrip() {
        return roundTrip;
    }

    private void measureFirstRoundTrip(long time, TcpHeader header) {
        if (header.has(TcpHeader.SYN)) {
            opened = header.has(TcpHeader.ACK) ? opened : time;
        } else if (firstRoundTrip < 0 && opened >= 0 && header.has(TcpHeader.ACK)) {
            firstRoundTrip = time - opened;
        }
    }

    private static void judgeOrder(List<TcpRemark> remarks, Flow from, TcpHeader header, int length) {
        if (header.window() == 0 && (header.flags() & MARKS) == 0) {
            remarks.add(ZERO_WINDOW);
        }
        if (from.seen && header.sequence() - from.next > 0 && !header.has(TcpHeader.RST)) {
            remarks.add(LOST);
        }
        if (from.seen && length <= 1 && header.sequence() == from.next - 1 && (header.flags() & MARKS) == 0) {
            remarks.add(KEEP_ALIVE);
        }
    }

    private static void judgeWindow(List<TcpRemark> remarks, Flow from, Flow to, TcpHeader header, int length,
            int shift) {
        if ((header.flags() & MARKS) != 0) {
            return;
        }
        if (length == 0 && header.window() != 0 && header.window() != from.window && repeats(from, header)) {
            remarks.add(WINDOW_UPDATE);
        }
        if (length > 0 && shift >= 0 && to.acknowledged
                && header.sequence() + length == to.acknowledgment + (to.window << shift)) {
            remarks.add(WINDOW_FULL);
        }
    }

    private static void judgeRepetition(List<TcpRemark> remarks, Flow from, Flow to, int number, TcpHeader header,
            int length) {
        if (length != 0 || (header.flags() & MARKS) != 0 || header.window() != from.window) {
            return;
        }
        if (header.window() == 0) {
            if (to.probed && header.sequence() == from.next && (header.acknowledgment() == from.acknowledgment
                    || header.acknowledgment() == from.acknowledgment + 1)) {
                remarks.add(PROBE_ACK);
            }
        } else if (repeats(from, header)) {
            if (to.keptAlive) {
                remarks.add(KEEP_ALIVE_ACK);
            } else {
                from.duplicates++;
                remarks.add(duplicate(from.original, from.duplicates));
            }
        }
    }

    private static TcpRemark duplicate(int original, int count) {
        return new TcpRemark("tcp.analysis.duplicate_ack", "TCP Dup ACK " + original + "#" + count,
                "acknowledges the same as frame " + original + ": something behind it is missing",
                List.of(Derived.number(TcpFields.DUPLICATE, count), Derived.number(TcpFields.ORIGINAL, original)));
    }

    private static boolean repeats(Flow from, TcpHeader header) {
        return from.seen && header.sequence() == from.next && from.acknowledged
                && header.acknowledgment() == from.acknowledgment;
    }

    private void judgeRetransmission(List<TcpRemark> remarks, Flow from, Flow to, long time, TcpHeader header,
            int length) {
        boolean marks = (header.flags() & (TcpHeader.SYN | TcpHeader.FIN)) != 0;
        if (length == 0 && !marks) {
            return;
        }
        boolean behind = from.seen && header.sequence() - from.next < 0;
        if (behind && remarks.contains(KEEP_ALIVE)) {
            return;
        }
        if (length > 1 && from.seen && from.next - 1 == header.sequence()) {
            behind = false;
        }
        if (length > 0 && to.acknowledged && to.acknowledgment != 0
                && header.sequence() + length - to.acknowledgment <= 0) {
            remarks.add(SPURIOUS);
            remarks.add(RETRANSMITTED);
        } else if (behind && to.duplicates >= 2 && to.acknowledgment == header.sequence()
                && time - to.acknowledgmentTime < FAST) {
            remarks.add(remark("fast_retransmission", "TCP Fast Retransmission",
                    "retransmitted at once: duplicate ACKs told of a gap" + before(from, header)));
            remarks.add(RETRANSMITTED);
        } else if (behind && time - from.nextTime < (firstRoundTrip > 0 ? firstRoundTrip : OVERTAKEN)
                && from.next != next(header, length)) {
            remarks.add(OUT_OF_ORDER);
        } else if (behind) {
            remarks.add(remark("retransmission", "TCP Retransmission", retransmitted(from, time, header)));
        }
    }

    /** Why it was sent again: time passed, counted from when these bytes (or else any) were last sent. */
    private static String retransmitted(Flow from, long time, TcpHeader header) {
        Sent before = from.sent.get(header.sequence());
        long waited = (time - (before == null ? from.nextTime : before.time)) / 1_000;
        return String.format(Locale.ROOT, "retransmitted: no ACK for %d.%03d ms%s", waited / 1_000, waited % 1_000,
                before(from, header));
    }

    private static String before(Flow from, TcpHeader header) {
        Sent before = from.sent.get(header.sequence());
        return before == null ? "" : ", sent before in frame " + before.number;
    }

    private static void remember(Flow from, TcpHeader header, CapturedFrame frame, int length, boolean probe) {
        long time = frame.time();
        if (header.sequence() != next(header, length)) {
            from.sent.put(header.sequence(), frame.number(), time);
            from.open.sent(next(header, length), frame.number(), time);
        }
        int next = next(header, length);
        if (!probe && (!from.seen || next - from.next > 0)) {
            from.next = next;
            from.nextTime = time;
        }
        from.seen = true;
        if (!probe && (!from.ackable || header.sequence() == from.highest)) {
            // A gap that is filled makes all behind it one piece.
            from.highest = from.next;
            from.ackable = true;
        }
        from.window = header.window();
        from.acknowledgment = header.acknowledgment();
        from.acknowledgmentTime = time;
        from.acknowledged = true;
    }

    /** The sequence number behind the segment; SYN and FIN count one. */
    private static int next(TcpHeader header, int length) {
        return header.sequence() + length + ((header.flags() & (TcpHeader.SYN | TcpHeader.FIN)) != 0 ? 1 : 0);
    }

    /** In the order in which Wireshark puts them together; the last one stands first in the info column. */
    private static List<TcpRemark> inOrder(List<TcpRemark> remarks) {
        if (remarks.size() < 2) {
            return List.copyOf(remarks);
        }
        List<String> order = TcpFields.remarks();
        return remarks.stream().sorted((a, b) -> order.indexOf(a.field()) - order.indexOf(b.field())).toList();
    }
}
