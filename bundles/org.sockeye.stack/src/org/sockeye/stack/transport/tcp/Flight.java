package org.sockeye.stack.transport.tcp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The segments that have been sent and not been acknowledged, oldest first, and what is believed of each: arrived beyond a
 * gap, lost, sent again. Counts them, as congestion control wants to know what is in the network (RFC 6675's pipe).
 */
final class Flight {

    private static final SentSegment[] NONE = {};

    private final SendOrder order = new SendOrder();
    private SentSegment[] ring = NONE;
    private int head;
    private int size;
    private int selected;
    private int lost;
    private int again;
    private long everLost;
    private long highestSelected;
    private @Nullable PriorityQueue<SentSegment> waiting;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** How many arrived beyond a gap. Without SACK, as many as there were duplicate acknowledgments. */
    int selected() {
        return selected;
    }

    /** How many are believed lost, be it that they have been sent again. */
    int lost() {
        return lost;
    }

    /** How many that were sent again are under way. */
    int again() {
        return again;
    }

    /** How many have been believed lost since the connection began. */
    long everLost() {
        return everLost;
    }

    /** How many are in the network. */
    int underWay() {
        return size - selected - lost + again;
    }

    /** Something that was sent again has not been acknowledged, and is under way or the oldest there is. */
    boolean isOldestSentAgain() {
        return again > 0 || size > 0 && oldest().everSentAgain();
    }

    /** In the order of sending, those neither arrived nor, without having been sent again, lost. */
    SendOrder order() {
        return order;
    }

    SentSegment get(int index) {
        return ring[head + index & ring.length - 1];
    }

    SentSegment oldest() {
        return get(0);
    }

    SentSegment newest() {
        return get(size - 1);
    }

    /** The index of the first segment that ends behind {@code sequence}; the size if there is none. */
    int indexBehind(long sequence) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (get(middle).end() > sequence) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** A segment goes out for the first time. */
    void add(SentSegment segment) {
        makeRoom();
        ring[head + size & ring.length - 1] = segment;
        size++;
        order.add(segment);
    }

    private void makeRoom() {
        if (size == ring.length) {
            SentSegment[] larger = new SentSegment[Math.max(16, 2 * size)];
            for (int i = 0; i < size; i++) {
                larger[i] = get(i);
            }
            ring = larger;
            head = 0;
        }
    }

    /** Takes out the oldest. */
    void removeOldest() {
        SentSegment gone = oldest();
        leave(gone);
        ring[head] = null;
        head = head + 1 & ring.length - 1;
        size--;
        if (size == 0 && ring.length > 64) {
            ring = NONE;
            head = 0;
        }
    }

    private void leave(SentSegment gone) {
        selected -= gone.selected ? 1 : 0;
        lost -= gone.lost ? 1 : 0;
        again -= gone.underWayAgain ? 1 : 0;
        gone.lost = false;
        order.remove(gone);
    }

    /** Cuts the segment at an index in two. */
    void split(int index, int length) {
        SentSegment first = get(index);
        SentSegment rest = first.split(length);
        makeRoom();
        for (int i = size; i > index + 1; i--) {
            ring[head + i & ring.length - 1] = get(i - 1);
        }
        ring[head + index + 1 & ring.length - 1] = rest;
        size++;
        selected += rest.selected ? 1 : 0;
        lost += rest.lost ? 1 : 0;
        again += rest.underWayAgain ? 1 : 0;
        if (order.contains(first)) {
            order.addBehind(rest, first);
        }
        if (first.waiting) {
            waitToBeSent(rest);
        }
    }

    /** Makes one of the segments at an index and the next. */
    void merge(int index) {
        SentSegment gone = get(index + 1);
        get(index).absorb(gone);
        leave(gone);
        for (int i = index + 1; i < size - 1; i++) {
            ring[head + i & ring.length - 1] = get(i + 1);
        }
        size--;
        ring[head + size & ring.length - 1] = null;
    }

    /** The number behind the last that arrived beyond a gap, or {@code otherwise} if none did. */
    long highestSelected(long otherwise) {
        return selected == 0 ? otherwise : highestSelected;
    }

    /** The peer has it. */
    void markSelected(SentSegment segment) {
        if (segment.lost) {
            lost--;
            // A retransmission of what was not thought lost is believed to be still under way.
            forgetAgain(segment);
        }
        segment.lost = false;
        highestSelected = selected == 0 ? segment.end() : Math.max(highestSelected, segment.end());
        segment.selected = true;
        selected++;
        order.remove(segment);
    }

    /** What was sent again turned out to be needless, or lost. */
    void forgetAgain(SentSegment segment) {
        if (segment.underWayAgain) {
            segment.underWayAgain = false;
            again--;
        }
    }

    /** Believes a segment lost, or if it has been sent again, that lost, too. */
    void markLost(SentSegment segment) {
        if (segment.selected || segment.lost && !segment.underWayAgain) {
            return;
        }
        everLost++;
        if (segment.lost) {
            forgetAgain(segment);
        } else {
            segment.lost = true;
            lost++;
        }
        order.remove(segment);
        waitToBeSent(segment);
    }

    private void waitToBeSent(SentSegment segment) {
        PriorityQueue<SentSegment> queue = waiting;
        if (queue == null) {
            queue = new PriorityQueue<>(Comparator.comparingLong(SentSegment::start));
            waiting = queue;
        }
        if (!segment.waiting) {
            segment.waiting = true;
            queue.add(segment);
        }
    }

    /** The oldest segment that is believed lost and has not been sent again, if there is one. */
    @Nullable
    SentSegment nextLost() {
        PriorityQueue<SentSegment> queue = waiting;
        if (queue == null || again >= lost) {
            return null;
        }
        SentSegment next = queue.peek();
        while (next != null && (!next.lost || next.underWayAgain)) {
            queue.remove().waiting = false;
            next = queue.peek();
        }
        return next;
    }

    /** A segment goes out again. */
    void sendAgain(SentSegment segment, long now, long delivered) {
        segment.stamp(now, delivered);
        segment.markSentAgain();
        order.remove(segment);
        if (!segment.selected) {
            order.add(segment);
        }
    }

    /** What went out again counts as under way, beside what is left of the first time. */
    void countAgain(SentSegment segment) {
        if (!segment.underWayAgain) {
            segment.underWayAgain = true;
            again++;
        }
    }

    /** Nothing was lost after all. */
    void forgetLosses() {
        List<SentSegment> pending = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            SentSegment segment = get(i);
            segment.lost = false;
            order.remove(segment);
            if (!segment.selected) {
                pending.add(segment);
            }
        }
        lost = 0;
        pending.sort((one, other) -> one.isSentBefore(other.sentAt(), other.end()) ? -1 : 1);
        pending.forEach(order::add);
    }

    /** Without SACK: so many arrived beyond the gap, nobody knows which. */
    void selected(int count) {
        selected = count;
    }

    /** The peer gave up what it had beyond the gap (RFC 2018, section 8). */
    void forgetSelected() {
        for (int i = 0; i < size; i++) {
            get(i).selected = false;
        }
        selected = 0;
    }
}
