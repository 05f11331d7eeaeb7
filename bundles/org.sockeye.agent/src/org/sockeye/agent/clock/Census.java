package org.sockeye.agent.clock;

import java.util.ArrayList;
import java.util.List;

/** A look at all threads of the program, by the control thread. */
public final class Census {

    private static final String LAST_THREAD = "DestroyJavaVM";

    private Census() {
    }

    /**
     * How many threads are in no hook, and yet do not wait: they compute, or wait for what is not simulated. A process
     * whose last thread but daemons has ended counts as busy too: it is about to go.
     */
    public static int busy() {
        int busy = 0;
        boolean othersKeepItAlive = false;
        for (Thread thread : all()) {
            if (Exempt.is(thread) || thread.getName().equals(LAST_THREAD)) {
                continue;
            }
            Slot slot = SimulatedClock.slots().of(thread);
            boolean waits = slot != null && slot.isWaiting();
            if (!thread.isDaemon() && thread.isAlive()) {
                othersKeepItAlive = true;
            }
            if (!waits && isBusy(thread.getState())) {
                busy++;
            }
        }
        return busy + (othersKeepItAlive ? 0 : 1);
    }

    private static boolean isBusy(Thread.State state) {
        return state == Thread.State.RUNNABLE || state == Thread.State.NEW || state == Thread.State.TIMED_WAITING;
    }

    /** What each thread does and where, a line a thread; the main one needs no name. */
    public static String describe() {
        StringBuilder lines = new StringBuilder();
        for (Thread thread : all()) {
            if (!Exempt.is(thread) && !thread.getName().equals(LAST_THREAD)) {
                String place = Frames.describe(thread.getStackTrace());
                if (!place.isEmpty()) {
                    lines.append(place).append(thread.getName().equals("main") ? "" : " in " + thread.getName())
                            .append('\n');
                }
            }
        }
        return lines.toString();
    }

    private static List<Thread> all() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 16];
        int count = root.enumerate(threads, true);
        while (count == threads.length) {
            threads = new Thread[count * 2];
            count = root.enumerate(threads, true);
        }
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(threads[i]);
        }
        return all;
    }
}
