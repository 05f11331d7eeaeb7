package org.sockeye.programs.time;

import java.util.HashMap;
import java.util.Map;
import org.sockeye.agent.protocol.SharedLayout;

/**
 * Which threads of a process compute on and on without ever asking for anything, such as one that runs
 * {@code while (!done);}, and the simulated time that they owe: as much as the processor time that they have had since they
 * were found to spin, so that time passes for them as it would on a real machine.
 */
final class Spinning {

    /** Who computes for so long, in nanoseconds of processor time, spins; a shorter computation costs no simulated time. */
    private static final long PATIENCE = 1_000_000_000;

    private final SharedMemory memory;
    private final KernelView kernel;
    private final Map<Integer, Burn> threads = new HashMap<>();

    /** What a thread has burned since its sequence number was that. */
    private static final class Burn {
        private final long sequence;
        private long since;
        private boolean spins;

        Burn(long sequence, long since) {
            this.sequence = sequence;
            this.since = since;
        }
    }

    Spinning(SharedMemory memory, KernelView kernel) {
        this.memory = memory;
        this.kernel = kernel;
    }

    boolean contains(int slot) {
        Burn burn = threads.get(slot);
        return burn != null && burn.spins && burn.sequence == memory.sequence(slot);
    }

    /** Looks at all threads; how many of them spin. */
    int look() {
        int count = 0;
        for (int slot = 0; slot < memory.slots(); slot++) {
            long sequence = memory.sequence(slot);
            if (memory.state(slot) != SharedLayout.LIVE || (sequence & 1) != 0) {
                threads.remove(slot);
                continue;
            }
            long burned = kernel.processorTime(memory.nativeThread(slot));
            Burn burn = threads.get(slot);
            if (burn == null || burn.sequence != sequence) {
                threads.put(slot, new Burn(sequence, burned));
            } else {
                burn.spins |= burned - burn.since > PATIENCE;
                count += burn.spins ? 1 : 0;
            }
        }
        return count;
    }

    /** What the threads that spin owe, in nanoseconds: the most that one of them does. */
    long debt() {
        long debt = 0;
        for (Map.Entry<Integer, Burn> thread : threads.entrySet()) {
            if (contains(thread.getKey())) {
                long burned = kernel.processorTime(memory.nativeThread(thread.getKey()));
                debt = Math.max(debt, burned - thread.getValue().since);
            }
        }
        return debt;
    }

    /** Simulated time has moved on by so much. */
    void pay(long nanoseconds) {
        for (Burn burn : threads.values()) {
            burn.since += burn.spins ? nanoseconds : 0;
        }
    }
}
