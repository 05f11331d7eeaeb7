package org.sockeye.agent.clock;

import java.util.IdentityHashMap;
import java.util.Map;
import org.sockeye.agent.protocol.SharedLayout;

/** The slots of this process's threads. */
public final class Slots {

    private static final Carriers CARRIERS = Carriers.ofThisMachine();

    private final SharedMemory memory;
    private final ThreadLocal<Slot> local = CARRIERS.local();
    private final Slot[] slots = new Slot[SharedLayout.MOST_SLOTS];
    private final Map<Thread, Slot> starting = new IdentityHashMap<>();
    private final Slot none;

    Slots(SharedMemory memory) {
        this.memory = memory;
        none = new Slot(SharedLayout.MOST_SLOTS - 1, Thread.currentThread(), memory);
        memory.put(SharedLayout.slot(none.number) + SharedLayout.STATE, SharedLayout.FREE);
    }

    /** The slot of the platform thread that runs this code; null if it is the virtual machine's own business. */
    public Slot current() {
        Slot slot = local.get();
        if (slot == null) {
            slot = adopt(CARRIERS.current());
            local.set(slot);
        }
        return slot == none ? null : slot;
    }

    private Slot adopt(Thread thread) {
        Slot slot;
        synchronized (this) {
            slot = starting.remove(thread);
        }
        if (slot == null) {
            if (Exempt.is(thread)) {
                return none;
            }
            slot = allocate(thread);
        }
        slot.bind();
        return slot;
    }

    /** A thread is about to be started. From now on the network waits for it. */
    void starting(Thread thread) {
        if (!Exempt.is(thread)) {
            Slot slot = allocate(thread);
            synchronized (this) {
                starting.put(thread, slot);
            }
        }
    }

    /**
     * The current thread is about to end. The main thread stays: the virtual machine makes it wait for the others.
     */
    void ending() {
        Slot slot = local.get();
        if (slot == null) {
            slot = adopt(Thread.currentThread());
        }
        if (slot != none && slot.number != 0) {
            slot.end();
        }
    }

    private synchronized Slot allocate(Thread thread) {
        int used = (int) memory.get(SharedLayout.SLOTS_USED);
        for (int i = 0; i < used; i++) {
            if (memory.get(SharedLayout.slot(i) + SharedLayout.STATE) == SharedLayout.FREE) {
                return slots[i] = new Slot(i, thread, memory);
            }
        }
        if (used >= SharedLayout.MOST_SLOTS - 1) {
            throw new OutOfMemoryError("more than " + used + " threads");
        }
        slots[used] = new Slot(used, thread, memory);
        memory.put(SharedLayout.SLOTS_USED, used + 1L);
        return slots[used];
    }

    /** Wakes the thread of a slot because its deadline has come. */
    public synchronized void fire(int number) {
        slots[number].fire();
    }

    /** The slot of {@code thread}, or null if it has none. */
    synchronized Slot of(Thread thread) {
        int used = (int) memory.get(SharedLayout.SLOTS_USED);
        for (int i = 0; i < used; i++) {
            if (slots[i].thread == thread) {
                return slots[i];
            }
        }
        return null;
    }

    static boolean isVirtual() {
        return CARRIERS.isVirtual();
    }
}
