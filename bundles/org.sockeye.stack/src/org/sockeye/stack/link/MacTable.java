package org.sockeye.stack.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.SwitchEvent;
import org.sockeye.stack.trace.SwitchEvent.Change;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.MacAddress;

/**
 * At which port of a switch each address was heard last. Asked twice about every frame: hence a hash table of its own,
 * which needs no objects for its keys.
 */
public final class MacTable {

    /** How many addresses there is room for; more are not learned, and flooded. */
    static final int CAPACITY = 8192;

    /** A full table is looked through for old entries no more often than this, in nanoseconds. */
    private static final long SWEEP = 1_000_000_000;
    private static final long FORGOTTEN = Long.MIN_VALUE;

    private final String device;
    private final EventQueue events;
    private final Trace trace;
    private @Nullable Entry[] slots = new Entry[64];
    private int size;
    private long nextSweep;

    /**
     * A row for a view.
     *
     * @param vlan the virtual LAN, or 0
     * @param heard when last, in nanoseconds since the start of the run
     */
    public record Row(MacAddress address, int vlan, String port, long heard) {
    }

    /** A port that was heard; changed in place. */
    private static final class Entry {

        private final long key;
        private SwitchPort port;
        private long heard;

        Entry(long key, SwitchPort port, long heard) {
            this.key = key;
            this.port = port;
            this.heard = heard;
        }
    }

    MacTable(String device, EventQueue events, Trace trace) {
        this.device = device;
        this.events = events;
        this.trace = trace;
    }

    /** What is known now, by virtual LAN and address. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Entry entry : slots) {
            if (entry != null && !isOld(entry)) {
                rows.add(new Row(address(entry), vlan(entry), entry.port.name(), entry.heard));
            }
        }
        rows.sort(Comparator.comparingInt(Row::vlan).thenComparingLong(row -> row.address().bits()));
        return rows;
    }

    private static MacAddress address(Entry entry) {
        return new MacAddress(entry.key & 0xffff_ffff_ffffL);
    }

    private static int vlan(Entry entry) {
        return (int) (entry.key >>> 48);
    }

    /** Where an address of a virtual LAN is; null if unknown or not heard for too long. */
    @Nullable
    SwitchPort find(int vlan, long address) {
        Entry entry = slots[slot(key(vlan, address))];
        if (entry == null || entry.heard == FORGOTTEN) {
            return null;
        } else if (isOld(entry)) {
            expire(entry);
            return null;
        }
        return entry.port;
    }

    void learn(int vlan, long address, SwitchPort port) {
        long key = key(vlan, address);
        int slot = slot(key);
        Entry entry = slots[slot];
        if (entry == null) {
            add(key, port);
            return;
        }
        boolean known = entry.heard != FORGOTTEN;
        if (known && isOld(entry)) {
            expire(entry);
            known = false;
        }
        if (!known || entry.port != port) {
            entry.port = port;
            record(entry, known ? Change.MOVED : Change.LEARNED);
        }
        entry.heard = events.now();
    }

    private void add(long key, SwitchPort port) {
        if (2 * size >= slots.length || size >= CAPACITY && events.now() >= nextSweep) {
            rebuild();
            nextSweep = events.now() + SWEEP;
        }
        if (size < CAPACITY) {
            Entry entry = new Entry(key, port, events.now());
            slots[slot(key)] = entry;
            size++;
            record(entry, Change.LEARNED);
        }
    }

    /** Leaves out what is old, and makes room for as much again as remains. */
    private void rebuild() {
        @Nullable Entry[] before = slots;
        int kept = 0;
        for (Entry entry : before) {
            if (entry != null && entry.heard != FORGOTTEN && isOld(entry)) {
                expire(entry);
            }
            kept += entry != null && entry.heard != FORGOTTEN ? 1 : 0;
        }
        int length = 64;
        while (length < 4 * Math.max(kept, 1) && length < 4 * CAPACITY) {
            length *= 2;
        }
        slots = new Entry[length];
        size = kept;
        for (Entry entry : before) {
            if (entry != null && entry.heard != FORGOTTEN) {
                slots[slot(entry.key)] = entry;
            }
        }
    }

    private boolean isOld(Entry entry) {
        return entry.heard == FORGOTTEN || events.now() - entry.heard > Switch.AGEING;
    }

    private void expire(Entry entry) {
        entry.heard = FORGOTTEN;
        record(entry, Change.EXPIRED);
    }

    private void record(Entry entry, Change change) {
        trace.record(new SwitchEvent(events.now(), device, entry.port.name(), address(entry), vlan(entry), change));
    }

    private static long key(int vlan, long address) {
        return (long) vlan << 48 | address;
    }

    /** Where the key stands, or may be put. */
    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 40) & mask;
        Entry entry = slots[slot];
        while (entry != null && entry.key != key) {
            slot = slot + 1 & mask;
            entry = slots[slot];
        }
        return slot;
    }
}
