package org.sockeye.stack.transport.tcp;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.transport.tcp.Ranges.Range;
import org.sockeye.stack.wire.TcpOption.Sack;

/**
 * What acknowledgments tell beside their number: what arrived beyond a gap, the latest first (RFC 2018, section 4), and
 * before that, once, what arrived twice (RFC 2883).
 */
final class SelectiveBlocks {

    private static final int MOST = 4;

    private final boolean tellsDuplicates;
    private final List<Range> blocks = new ArrayList<>();
    private long duplicateStart;
    private long duplicateEnd;

    /** Nothing to tell yet. */
    SelectiveBlocks(boolean tellsDuplicates) {
        this.tellsDuplicates = tellsDuplicates;
    }

    boolean isEmpty() {
        return blocks.isEmpty() && !hasDuplicate();
    }

    private boolean hasDuplicate() {
        return duplicateEnd > duplicateStart;
    }

    /** The number behind the last that arrived beyond a gap; 0 if none did. */
    long highest() {
        long highest = 0;
        for (Range block : blocks) {
            highest = Math.max(highest, block.end());
        }
        return highest;
    }

    /** Something arrived beyond a gap. */
    void beyond(long start, long end) {
        long from = start;
        long to = end;
        for (int i = 0; i < blocks.size();) {
            Range block = blocks.get(i);
            if (from <= block.end() && block.start() <= to) {
                from = Math.min(from, block.start());
                to = Math.max(to, block.end());
                blocks.remove(i);
                i = 0;
            } else {
                i++;
            }
        }
        if (blocks.size() == MOST) {
            blocks.removeLast();
        }
        blocks.addFirst(new Range(from, to));
    }

    /** All before {@code next} is there. */
    void arrived(long next) {
        blocks.removeIf(block -> block.start() <= next);
    }

    /** The next acknowledgment is to tell of these bytes, which arrived again, and not of others. */
    void duplicate(long start, long end) {
        if (tellsDuplicates) {
            duplicateStart = start;
            duplicateEnd = end;
        }
    }

    /** These arrived again, too: told of together with those before if they touch. */
    void duplicateToo(long start, long end) {
        if (!hasDuplicate()) {
            duplicate(start, end);
        } else if (start <= duplicateEnd && duplicateStart <= end) {
            duplicate(Math.min(start, duplicateStart), Math.max(end, duplicateEnd));
        }
    }

    void forgetDuplicate() {
        duplicateEnd = duplicateStart;
    }

    /** What an option with room for {@code most} blocks tells. */
    Sack take(int most, SequenceSpace space) {
        List<Sack.Block> told = new ArrayList<>(most);
        if (hasDuplicate()) {
            told.add(block(space, duplicateStart, duplicateEnd));
            forgetDuplicate();
        }
        for (int i = 0; i < blocks.size() && told.size() < most; i++) {
            told.add(block(space, blocks.get(i).start(), blocks.get(i).end()));
        }
        return new Sack(told);
    }

    private static Sack.Block block(SequenceSpace space, long start, long end) {
        return new Sack.Block(space.wrap(start), space.wrap(end));
    }
}
