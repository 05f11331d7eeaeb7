package org.sockeye.agent.clock;

import org.sockeye.agent.protocol.SharedLayout;

/**
 * The program's clock. Until it is started, the virtual machine's own one goes on.
 *
 * <p>Programs that ask for the date are told the one that the run has set for simulated time 0 ({@link SharedLayout#EPOCH}),
 * so that what a program prints and sends repeats.
 */
public final class SimulatedClock {

    /** What a thread that keeps looking at the clock is charged: simulated nanoseconds. */
    public static final long SPIN_CHARGE = 100_000;

    /** System.nanoTime at simulated time 0; any will do, but for code that takes 0 for "never". */
    private static final long NANO_ORIGIN = 1_000_000_000_000L;

    private static volatile SharedMemory memory;
    private static volatile long epochMillis;
    private static volatile Slots slots;

    private SimulatedClock() {
    }

    public static void start(SharedMemory shared) {
        memory = shared;
        epochMillis = shared.get(SharedLayout.EPOCH);
        slots = new Slots(shared);
        slots.current();
        Chance.restart();
    }

    public static boolean runs() {
        return slots != null;
    }

    public static Slots slots() {
        return slots;
    }

    /** Simulated time: nanoseconds since the start of the run. */
    public static long now() {
        return memory.get(SharedLayout.NOW);
    }

    public static long nanoTime() {
        return NANO_ORIGIN + now();
    }

    public static long currentTimeMillis() {
        return epochMillis + now() / 1_000_000;
    }

    /** As {@code VM.getNanoTimeAdjustment}: nanoseconds from an epoch second to now. */
    public static long nanoTimeAdjustment(long epochSecond) {
        return (epochMillis - epochSecond * 1000) * 1_000_000L + now();
    }

    /** Simulated time at a time of day, given as {@code System.currentTimeMillis} would. */
    public static long atEpochMillis(long millis) {
        long since = millis - epochMillis;
        return since >= Long.MAX_VALUE / 1_000_000 ? SharedLayout.NEVER : Math.max(0, since * 1_000_000);
    }

    /** Simulated time a while from now; never, if that is further than can be told. */
    public static long after(long nanoseconds) {
        long time = now() + nanoseconds;
        return time < 0 ? SharedLayout.NEVER : time;
    }

    /** The slot of the current platform thread, or null if it has none, or time has not been taken over yet. */
    public static Slot slot() {
        Slots table = slots;
        return table == null ? null : table.current();
    }

    public static boolean onVirtualThread() {
        return Slots.isVirtual();
    }

    public static void threadStarts(Thread thread) {
        Slots table = slots;
        if (table != null) {
            table.starting(thread);
        }
    }

    public static void threadEnds() {
        Slots table = slots;
        if (table != null) {
            table.ending();
        }
    }
}
