package org.sockeye.agent.hooks;

import java.io.IOException;
import org.sockeye.agent.clock.SimulatedClock;
import org.sockeye.agent.clock.Slot;
import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Wait;

/** The native in which selectors, asynchronous channels and the pollers of virtual threads wait. */
public final class SelectHooks {

    private SelectHooks() {
    }

    /** For {@code sun.nio.ch.EPoll.wait}. */
    public static int wait(int epoll, long address, int count, int timeout) throws IOException {
        Slot slot = SimulatedClock.slot();
        if (slot == null) {
            return Natives.epollWait(epoll, address, count, timeout);
        }
        // A selector that has always something ready, such as a channel to write to, would never wait.
        int already = Natives.epollWait(epoll, address, count, 0);
        if (already != 0) {
            TimeHooks.look(TimeHooks.SYSTEM_CALL);
            return already;
        }
        if (timeout == 0) {
            TimeHooks.lookInVain();
            return 0;
        }
        slot.enter(Wait.SELECT, timeout < 0 ? SharedLayout.NEVER : SimulatedClock.after(timeout * 1_000_000L));
        try {
            int ready = Natives.epollWait(epoll, address, count, -1);
            return ready == Natives.INTERRUPTED && slot.fired() ? 0 : ready;
        } finally {
            slot.exit();
        }
    }
}
