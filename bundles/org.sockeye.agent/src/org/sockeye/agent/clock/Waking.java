package org.sockeye.agent.clock;

import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.natives.OperatingSystem;
import org.sockeye.agent.protocol.Portable;

/**
 * How a thread that waits in the operating system finds out that its deadline has come: by a signal, which ends its system
 * call; where there are none, it looks up from time to time.
 */
public final class Waking {

    private static final boolean SIGNALS = OperatingSystem.HERE.hasSignals() && !Portable.isAsked();
    /** From look to look: real milliseconds. */
    private static final int LOOK = 5;

    private Waking() {
    }

    /** How long one system call may wait: milliseconds, -1 for ever. */
    public static int patience() {
        return SIGNALS ? -1 : LOOK;
    }

    /** True if a thread whose system call has brought nothing is to wait on. */
    public static boolean waitsOn(Slot slot) {
        return !SIGNALS && !slot.fired();
    }

    /** What {@link #wake} needs to know of the current thread. */
    static long currentThread() {
        return SIGNALS ? Natives.currentThread() : 0;
    }

    static void wake(long thread) {
        if (SIGNALS) {
            Natives.signal(thread);
        }
    }
}
