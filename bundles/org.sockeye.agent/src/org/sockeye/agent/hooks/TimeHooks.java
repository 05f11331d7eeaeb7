package org.sockeye.agent.hooks;

import java.time.Duration;
import jdk.internal.misc.Unsafe;
import org.sockeye.agent.clock.SimulatedClock;
import org.sockeye.agent.clock.Slot;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Wait;

/** What calls come to that tell or spend time. */
public final class TimeHooks {

    /** After so many charges for looks in vain, the next ones are twice as high; no more than so often. */
    private static final int CHARGES_A_STEP = 16;
    private static final int MOST_DOUBLED = 6;
    /** What a look that asks the operating system costs, as {@link #look(int)} counts. */
    static final int SYSTEM_CALL = 200;

    private static final long MILLI = 1_000_000;

    private TimeHooks() {
    }

    public static long nanoTime() {
        if (!SimulatedClock.runs()) {
            return System.nanoTime();
        }
        look();
        return SimulatedClock.nanoTime();
    }

    public static long currentTimeMillis() {
        if (!SimulatedClock.runs()) {
            return System.currentTimeMillis();
        }
        look();
        return SimulatedClock.currentTimeMillis();
    }

    /** For {@code jdk.internal.misc.VM.getNanoTimeAdjustment}, the foundation of java.time. */
    public static long getNanoTimeAdjustment(long epochSecond) {
        if (!SimulatedClock.runs()) {
            return jdk.internal.misc.VM.getNanoTimeAdjustment(epochSecond);
        }
        look();
        return SimulatedClock.nanoTimeAdjustment(epochSecond);
    }

    public static void yield() {
        look();
        Thread.yield();
    }

    /** For {@code Unsafe.park}; {@code unsafe} is its receiver. */
    public static void park(Object unsafe, boolean absolute, long time) {
        Slot slot = SimulatedClock.slot();
        if (slot == null) {
            Unsafe.getUnsafe().park(absolute, time);
            return;
        }
        long deadline = SharedLayout.NEVER;
        if (absolute) {
            deadline = SimulatedClock.atEpochMillis(time);
        } else if (time != 0) {
            deadline = SimulatedClock.after(time);
        }
        if (deadline <= SimulatedClock.now()) {
            look();
            return;
        }
        slot.enter(Wait.PARK, deadline);
        try {
            Unsafe.getUnsafe().park(false, 0);
        } finally {
            slot.exit();
        }
    }

    public static void wait(Object monitor) throws InterruptedException {
        wait(monitor, 0);
    }

    public static void wait(Object monitor, long millis, int nanos) throws InterruptedException {
        if (nanos < 0 || nanos > 999_999) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        wait(monitor, nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
    }

    public static void wait(Object monitor, long millis) throws InterruptedException {
        Slot slot = millis < 0 || SimulatedClock.onVirtualThread() ? null : SimulatedClock.slot();
        if (slot == null || !Thread.holdsLock(monitor)) {
            monitor.wait(millis);
            return;
        }
        slot.enter(Wait.MONITOR, millis == 0 ? SharedLayout.NEVER : afterMillis(millis));
        try {
            monitor.wait();
        } catch (InterruptedException e) {
            if (!slot.fired()) {
                throw e;
            }
        } finally {
            slot.exit();
        }
    }

    public static void sleep(Duration duration) throws InterruptedException {
        long nanos;
        try {
            nanos = duration.toNanos();
        } catch (ArithmeticException e) {
            nanos = duration.isNegative() ? 0 : Long.MAX_VALUE;
        }
        if (nanos > 0) {
            sleep(nanos / MILLI, (int) (nanos % MILLI));
        }
    }

    public static void sleep(long millis) throws InterruptedException {
        sleep(millis, 0);
    }

    public static void sleep(long millis, int nanos) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (nanos < 0 || nanos > 999_999) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        Slot slot = SimulatedClock.onVirtualThread() ? null : SimulatedClock.slot();
        if (slot == null) {
            Thread.sleep(millis, nanos);
        } else if (millis == 0 && nanos == 0) {
            look();
            if (Thread.interrupted()) {
                throw new InterruptedException("sleep interrupted");
            }
        } else {
            long deadline = afterMillis(millis);
            sleepUntil(slot, deadline > SharedLayout.NEVER - nanos ? SharedLayout.NEVER : deadline + nanos);
        }
    }

    private static long afterMillis(long millis) {
        return millis > Long.MAX_VALUE / MILLI ? SharedLayout.NEVER : SimulatedClock.after(millis * MILLI);
    }

    private static void sleepUntil(Slot slot, long deadline) throws InterruptedException {
        try {
            synchronized (slot) {
                slot.enter(Wait.SLEEP, deadline);
                try {
                    while (!slot.fired()) {
                        slot.wait();
                    }
                } finally {
                    slot.exit();
                }
            }
        } catch (InterruptedException e) {
            throw new InterruptedException("sleep interrupted");
        }
    }

    /** A look that costs no more than one at the clock. */
    private static void look() {
        look(1);
    }

    /**
     * A thread that does nothing but look whether something has happened is charged for it, more and more, so that time
     * passes in the end.
     *
     * @param weight how many looks at the clock it costs as much as
     */
    static void look(int weight) {
        Slot slot = SimulatedClock.slot();
        if (slot != null && slot.looksTooOften(weight)) {
            int before = slot.charges();
            charge(slot, SimulatedClock.SPIN_CHARGE << Math.min(MOST_DOUBLED, before / CHARGES_A_STEP));
            slot.charges(before + 1);
        }
    }

    /**
     * A thread that asks again and again whether something has come, and does nothing else, is charged more and more: each
     * question takes so much longer than a look at the clock that what it waits for would never come.
     */
    static void lookInVain() {
        Slot slot = SimulatedClock.slot();
        int before = slot == null ? 0 : slot.vainLooks();
        if (slot != null && before >= Slot.FREE_VAIN_LOOKS) {
            int doubled = Math.min(MOST_DOUBLED, (before - Slot.FREE_VAIN_LOOKS) / CHARGES_A_STEP);
            charge(slot, SimulatedClock.SPIN_CHARGE << doubled);
        }
        if (slot != null) {
            slot.vainLooks(before + 1);
        }
    }

    private static void charge(Slot slot, long nanoseconds) {
        boolean interrupted = Thread.interrupted();
        try {
            sleepUntil(slot, SimulatedClock.after(nanoseconds));
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
