package org.sockeye.agent.protocol;

/**
 * The memory that a process shares with the network: offsets in bytes, every field a {@code long} in native byte order,
 * written by one side at a time and read with volatile access.
 *
 * <p>Each platform thread of a program has a slot. Entering a hook, it writes what it waits for and then makes SEQUENCE odd;
 * leaving, it makes DEADLINE {@link #NEVER} and SEQUENCE even. It never blocks with a time limit of the operating
 * system: the network fires it when its deadline has come.
 */
public final class SharedLayout {

    /** Simulated time, nanoseconds since the start of the run. Written by the network. */
    public static final int NOW = 0;
    /** How many commands have had their effect. */
    public static final int DONE = 8;
    /** The answer to the last COUNT_BUSY. */
    public static final int BUSY = 16;
    /** Slots from this number on have never been used. */
    public static final int SLOTS_USED = 24;
    /** What the time of day is at simulated time 0: milliseconds since 1970 (UTC). Written by the network, once. */
    public static final int EPOCH = 32;

    public static final int SLOTS = 4096;
    public static final int SLOT_SIZE = 64;
    public static final int MOST_SLOTS = 8192;
    public static final int SIZE = SLOTS + SLOT_SIZE * MOST_SLOTS;

    /** Offsets within a slot. */
    public static final int SEQUENCE = 0;
    public static final int DEADLINE = 8;
    public static final int WAIT = 16;
    public static final int STATE = 24;
    /** The operating system's number of the thread; 0 until it first enters a hook. */
    public static final int NATIVE_THREAD = 32;
    public static final int JAVA_THREAD = 40;

    public static final long NEVER = Long.MAX_VALUE;

    /** Values of STATE. */
    public static final long FREE = 0;
    public static final long LIVE = 1;
    /** The thread is about to end. The network frees the slot when the operating system has no such thread any more. */
    public static final long ENDING = 2;

    private SharedLayout() {
    }

    /** The offset of a slot. */
    public static int slot(int number) {
        return SLOTS + SLOT_SIZE * number;
    }
}
