package org.sockeye.agent.hooks;

import java.io.IOException;
import org.sockeye.agent.clock.SimulatedClock;
import org.sockeye.agent.clock.Slot;
import org.sockeye.agent.clock.Waking;
import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Wait;

/** The natives in which selectors, asynchronous channels and the pollers of virtual threads wait: each system has its own. */
public final class SelectHooks {

    private SelectHooks() {
    }

    /** For {@code sun.nio.ch.EPoll.wait}. */
    public static int wait(int epoll, long address, int count, int timeout) throws IOException {
        return select(Wait.SELECT, new Call(epoll, address, count) {
            @Override
            int run(int milliseconds) throws IOException {
                return Natives.epollWait((int) queue, events, most, milliseconds);
            }
        }, timeout);
    }

    /** For {@code sun.nio.ch.KQueue.poll}. */
    public static int poll(int queue, long address, int count, long timeout) throws IOException {
        return select(Wait.SELECT, new Call(queue, address, count) {
            @Override
            int run(int milliseconds) throws IOException {
                return Natives.kqueuePoll((int) this.queue, events, most, milliseconds);
            }
        }, timeout);
    }

    /** For {@code sun.nio.ch.WEPoll.wait}. */
    public static int wait(long epoll, long address, int count, int timeout) throws IOException {
        return select(Wait.SELECT, new Call(epoll, address, count) {
            @Override
            int run(int milliseconds) throws IOException {
                return Natives.wepollWait(queue, events, most, milliseconds);
            }
        }, timeout);
    }

    /** For {@code sun.nio.ch.PollSelectorImpl.poll}. */
    public static int poll(long address, int count, int timeout) throws IOException {
        return select(Wait.POLL, new Call(0, address, count) {
            @Override
            int run(int milliseconds) throws IOException {
                return Natives.pollAll(events, most, milliseconds);
            }
        }, timeout);
    }

    /** A system call that tells which descriptors are ready, but for the time that it may wait. */
    private abstract static class Call {
        final long queue;
        final long events;
        final int most;

        Call(long queue, long events, int most) {
            this.queue = queue;
            this.events = events;
            this.most = most;
        }

        /** @param milliseconds -1 to wait for ever */
        abstract int run(int milliseconds) throws IOException;
    }

    private static int select(Wait wait, Call call, long timeout) throws IOException {
        Slot slot = SimulatedClock.slot();
        if (slot == null) {
            return call.run((int) Math.min(timeout, Integer.MAX_VALUE));
        }
        // A selector that has always something ready, such as a channel to write to, would never wait.
        int already = call.run(0);
        if (already != 0) {
            TimeHooks.look(TimeHooks.SYSTEM_CALL);
            return already;
        }
        if (timeout == 0) {
            TimeHooks.lookInVain();
            return 0;
        }
        slot.enter(wait, timeout < 0 ? SharedLayout.NEVER : SimulatedClock.after(timeout * 1_000_000L));
        try {
            int ready = call.run(Waking.patience());
            while (ready == 0 && Waking.waitsOn(slot)) {
                ready = call.run(Waking.patience());
            }
            return ready == Natives.INTERRUPTED && slot.fired() ? 0 : ready;
        } finally {
            slot.exit();
        }
    }
}
