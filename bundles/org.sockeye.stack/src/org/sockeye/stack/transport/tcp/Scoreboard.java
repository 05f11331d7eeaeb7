package org.sockeye.stack.transport.tcp;

import java.util.List;
import org.sockeye.stack.wire.TcpOption.Sack.Block;

/**
 * Takes in what selective acknowledgments tell (RFC 2018): marks in the flight what has arrived beyond a gap, and notices
 * what arrived twice (RFC 2883) or late. What the acknowledgment before has told already is skipped, so that the cost
 * depends on what is new.
 */
final class Scoreboard {

    private static final int MOST_BLOCKS = 4;

    private final Flight flight;
    private final Rack rack;
    private final Undo undo;
    private final TailLossProbe probe;
    private final long[] starts = new long[MOST_BLOCKS];
    private final long[] ends = new long[MOST_BLOCKS];
    private final long[] knownStarts = new long[MOST_BLOCKS];
    private final long[] knownEnds = new long[MOST_BLOCKS];
    private int count;
    private int known;
    private long duplicates;

    Scoreboard(Flight flight, Rack rack, Undo undo, TailLossProbe probe) {
        this.flight = flight;
        this.rack = rack;
        this.undo = undo;
        this.probe = probe;
    }

    /** What there is to know about the connection. */
    record Bounds(SequenceSpace space, long before, long unacknowledged, long next, long largestWindow,
            int maximumSegment, long recoveryPoint, long sentAgain, long now) {
    }

    /** How many segments arrived twice. */
    long duplicates() {
        return duplicates;
    }

    /** Everything that was told is void. */
    void forget() {
        known = 0;
    }

    /**
     * Takes in the blocks of an acknowledgment.
     *
     * @return how many segments they say have arrived that were not known to have
     */
    int take(List<Block> blocks, long acknowledgment, Bounds bounds, AckReport report) {
        int delivered = 0;
        boolean twice = isDuplicate(blocks, acknowledgment, bounds.space);
        if (twice) {
            delivered = duplicate(blocks.getFirst(), bounds, report);
            twice = delivered > 0;
        }
        if (flight.isEmpty() || acknowledgment < bounds.before - bounds.largestWindow) {
            return delivered;
        }
        collect(blocks, twice, bounds);
        if (twice) {
            tagDuplicate(blocks.getFirst(), bounds, report);
        }
        for (int i = 0; i < count; i++) {
            delivered += tag(starts[i], ends[i], bounds, report);
        }
        if (twice) {
            forgetNeedless(blocks.getFirst(), bounds);
        }
        System.arraycopy(starts, 0, knownStarts, 0, count);
        System.arraycopy(ends, 0, knownEnds, 0, count);
        known = count;
        return delivered;
    }

    /** The first block tells of a duplicate if it lies below the acknowledgment, or inside the second (RFC 2883, 4). */
    private static boolean isDuplicate(List<Block> blocks, long acknowledgment, SequenceSpace space) {
        long start = space.unwrap(blocks.getFirst().left(), acknowledgment);
        if (start < acknowledgment || blocks.size() == 1) {
            return start < acknowledgment;
        }
        long end = space.unwrap(blocks.getFirst().right(), acknowledgment);
        return end <= space.unwrap(blocks.get(1).right(), acknowledgment)
                && start >= space.unwrap(blocks.get(1).left(), acknowledgment);
    }

    /** Counts a duplicate; 0 if that is not plausible. */
    private int duplicate(Block block, Bounds bounds, AckReport report) {
        long start = bounds.space.unwrap(block.left(), bounds.unacknowledged);
        long end = bounds.space.unwrap(block.right(), bounds.unacknowledged);
        long length = end - start;
        if (length <= 0 || length > bounds.largestWindow) {
            return 0;
        }
        int segments = 1;
        if (length > bounds.maximumSegment) {
            segments = (int) ((length + bounds.maximumSegment - 1) / bounds.maximumSegment);
        } else if (probe.isUnderWay() && probe.end() == end) {
            report.duplicatesProbe = true;
        }
        duplicates += segments;
        if (duplicates > bounds.sentAgain) {
            // The network doubled it, not this end.
            return 0;
        }
        if (!report.duplicatesProbe) {
            rack.duplicateSeen();
        }
        report.duplicates = true;
        if (end <= bounds.before) {
            undo.arrivedTwice(segments, end);
        }
        return segments;
    }

    /** Puts the plausible blocks in order. */
    private void collect(List<Block> blocks, boolean twice, Bounds bounds) {
        count = 0;
        for (int i = 0; i < blocks.size() && i < MOST_BLOCKS; i++) {
            long start = bounds.space.unwrap(blocks.get(i).left(), bounds.unacknowledged);
            long end = bounds.space.unwrap(blocks.get(i).right(), bounds.unacknowledged);
            if (end > bounds.before && isPlausible(start, end, twice && i == 0, bounds)) {
                int at = count++;
                while (at > 0 && starts[at - 1] > start) {
                    starts[at] = starts[at - 1];
                    ends[at] = ends[at - 1];
                    at--;
                }
                starts[at] = start;
                ends[at] = end;
            }
        }
    }

    private boolean isPlausible(long start, long end, boolean twice, Bounds bounds) {
        if (end > bounds.next || start >= end) {
            return false;
        }
        return start > bounds.unacknowledged
                || twice && undo.isPossible() && end <= bounds.unacknowledged && end > undo.marker();
    }

    private int tag(long start, long end, Bounds bounds, AckReport report) {
        int delivered = 0;
        int at = flight.indexBehind(start);
        while (at < flight.size() && flight.get(at).end() <= end) {
            SentSegment segment = flight.get(at);
            int skipped = segment.isSelected() ? skip(segment.start(), at) : at;
            if (skipped > at) {
                at = skipped;
            } else {
                if (!segment.isSelected() && segment.start() >= start && segment.end() > bounds.unacknowledged) {
                    arrived(segment, bounds, report);
                    delivered++;
                }
                at++;
            }
        }
        return delivered;
    }

    /** Where to go on behind a stretch that was told before. */
    private int skip(long start, int at) {
        for (int i = 0; i < known; i++) {
            if (knownStarts[i] <= start && start < knownEnds[i]) {
                return flight.indexBehind(knownEnds[i]);
            }
        }
        return at;
    }

    private void arrived(SentSegment segment, Bounds bounds, AckReport report) {
        rack.arrived(segment, bounds.now);
        if (!segment.everSentAgain()) {
            // A gap that closes without anything having been sent again: the segment was but late.
            if (segment.start() < flight.highestSelected(bounds.unacknowledged)) {
                report.reordered = Math.min(report.reordered, segment.start());
            }
            report.confirmsOriginal |= segment.end() <= bounds.recoveryPoint;
            if (report.firstSelected == AckReport.NEVER) {
                report.firstSelected = segment.sentAt();
            }
            report.lastSelected = segment.sentAt();
        }
        report.deliveredBefore = Math.max(report.deliveredBefore, segment.delivered());
        report.selects = true;
        flight.markSelected(segment);
    }

    /** What is under way, and was sent again, arrived twice. */
    private void tagDuplicate(Block block, Bounds bounds, AckReport report) {
        long start = bounds.space.unwrap(block.left(), bounds.unacknowledged);
        long end = bounds.space.unwrap(block.right(), bounds.unacknowledged);
        for (int at = flight.indexBehind(start); at < flight.size() && flight.get(at).end() <= end; at++) {
            SentSegment segment = flight.get(at);
            if (segment.start() >= start && segment.everSentAgain() && end > bounds.before) {
                undo.arrivedTwice(1, segment.end());
                if (segment.isSelected()) {
                    report.reordered = Math.min(report.reordered, segment.start());
                }
            }
        }
    }

    private void forgetNeedless(Block block, Bounds bounds) {
        long start = bounds.space.unwrap(block.left(), bounds.unacknowledged);
        long end = bounds.space.unwrap(block.right(), bounds.unacknowledged);
        for (int at = flight.indexBehind(start); at < flight.size() && flight.get(at).end() <= end; at++) {
            if (flight.get(at).start() >= start) {
                flight.forgetAgain(flight.get(at));
            }
        }
    }
}
