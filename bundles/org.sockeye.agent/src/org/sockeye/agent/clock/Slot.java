package org.sockeye.agent.clock;

import java.util.concurrent.locks.LockSupport;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Wait;

/** What the network knows of one thread. Also the monitor in which its thread sleeps. */
public final class Slot {

    /** So many cheap looks without ever waiting, and a thread is charged {@link SimulatedClock#SPIN_CHARGE}. */
    private static final int MOST_LOOKS = 20_000;

    /** So often a thread may ask whether something has come, without ever waiting, before it is charged. */
    public static final int FREE_VAIN_LOOKS = 100;

    final int number;
    final Thread thread;
    private final SharedMemory memory;
    private final int base;
    private long nativeThread;
    private int looks;
    private int vainLooks;
    private int charges;
    private volatile boolean fired;

    @SuppressWarnings("deprecation") // Java 17 has no threadId() yet
    Slot(int number, Thread thread, SharedMemory memory) {
        this.number = number;
        this.thread = thread;
        this.memory = memory;
        base = SharedLayout.slot(number);
        memory.put(base + SharedLayout.DEADLINE, SharedLayout.NEVER);
        memory.put(base + SharedLayout.NATIVE_THREAD, 0);
        memory.put(base + SharedLayout.WAIT, 0);
        memory.put(base + SharedLayout.JAVA_THREAD, thread.getId());
        memory.put(base + SharedLayout.STATE, SharedLayout.LIVE);
    }

    /** Called by the slot's own thread, before it first enters a hook. */
    void bind() {
        nativeThread = Waking.currentThread();
        memory.put(base + SharedLayout.NATIVE_THREAD, ThreadNumber.current());
    }

    /**
     * The thread is about to wait, without a time limit of the operating system's.
     *
     * @param deadline simulated time in nanoseconds, or {@link SharedLayout#NEVER}
     */
    public void enter(Wait wait, long deadline) {
        looks = 0;
        vainLooks = 0;
        charges = 0;
        fired = false;
        memory.put(base + SharedLayout.DEADLINE, deadline);
        memory.put(base + SharedLayout.WAIT, wait.ordinal());
        memory.put(base, memory.get(base) + 1);
    }

    /** The thread waits no more. */
    public void exit() {
        memory.put(base + SharedLayout.DEADLINE, SharedLayout.NEVER);
        memory.put(base, memory.get(base) + 1);
    }

    /** True if the deadline was what ended the wait. */
    public boolean fired() {
        return fired;
    }

    /**
     * Counts a look at the clock, a selector or a socket; true if there were too many without a wait between.
     *
     * @param weight how many looks at the clock it costs as much as
     */
    public boolean looksTooOften(int weight) {
        looks += weight;
        if (looks <= MOST_LOOKS) {
            return false;
        }
        looks = 0;
        return true;
    }

    /** How often it has asked in vain since it last waited. */
    public int vainLooks() {
        return vainLooks;
    }

    public void vainLooks(int number) {
        vainLooks = number;
    }

    /** How often it has been charged for looking too often since it last waited. */
    public int charges() {
        return charges;
    }

    public void charges(int number) {
        charges = number;
    }

    public boolean isWaiting() {
        return (memory.get(base) & 1) != 0;
    }

    void end() {
        memory.put(base + SharedLayout.STATE, SharedLayout.ENDING);
    }

    /** The thread's deadline has come: wakes it. Called by the control thread. */
    void fire() {
        fired = true;
        memory.put(base + SharedLayout.DEADLINE, SharedLayout.NEVER);
        switch (Wait.values()[(int) memory.get(base + SharedLayout.WAIT)]) {
            case PARK:
                LockSupport.unpark(thread);
                break;
            case SLEEP:
                synchronized (this) {
                    notifyAll();
                }
                break;
            case MONITOR:
                Interruption.of(thread);
                break;
            default:
                Waking.wake(nativeThread);
                break;
        }
    }
}
