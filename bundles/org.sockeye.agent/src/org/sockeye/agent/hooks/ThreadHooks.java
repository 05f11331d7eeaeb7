package org.sockeye.agent.hooks;

import org.sockeye.agent.clock.SimulatedClock;

/** What {@link Thread} calls as threads come and go. */
public final class ThreadHooks {

    private ThreadHooks() {
    }

    public static void starting(Thread thread) {
        SimulatedClock.threadStarts(thread);
    }

    public static void exiting() {
        SimulatedClock.threadEnds();
    }
}
