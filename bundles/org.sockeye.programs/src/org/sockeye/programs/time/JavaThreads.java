package org.sockeye.programs.time;

import java.util.Arrays;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Wait;

/**
 * The threads of a virtual machine. Its memory says which of them mean to wait, the operating system whether they do, and
 * the process itself counts those that are in no hook and yet do not run.
 */
final class JavaThreads implements Threads {

    /** A thread in no hook is most often on its way to one: so many times one looks again before one asks anybody. */
    private static final int PATIENCE = 20;

    private final SharedMemory memory;
    private final KernelView kernel;
    private final Spinning spinning;
    private final Runnable countBusy;
    private final Settling settling;
    private long[] asked = {};
    private int looks;

    /** @param countBusy asks the process; the answer stands in its memory once it has obeyed */
    JavaThreads(SharedMemory memory, KernelView kernel, Spinning spinning, Runnable countBusy) {
        this.memory = memory;
        this.kernel = kernel;
        this.spinning = spinning;
        this.countBusy = countBusy;
        settling = new Settling(countBusy);
    }

    @Override
    public void stimulated() {
        asked = new long[0];
        looks = 0;
        settling.restart();
    }

    @Override
    public void heard() {
        looks = 0;
    }

    @Override
    public boolean wait(long[] sequences, int spinners) {
        if (!kernel.isCertain() && !settling.isOver(sequences)) {
            return false;
        }
        int unhooked = unhooked(sequences);
        if (unhooked > spinners && looks < PATIENCE) {
            looks++;
            return false;
        }
        for (int slot = 0; slot < sequences.length; slot++) {
            long state = memory.state(slot);
            if (state == SharedLayout.ENDING && kernel.exists(memory.nativeThread(slot))) {
                return false;
            }
            if (state == SharedLayout.ENDING) {
                memory.free(slot);
            } else if (state == SharedLayout.LIVE && (sequences[slot] & 1) == 0) {
                boolean spins = spinners > 0 && spinning.contains(slot);
                if (!spins && kernel.runs(memory.nativeThread(slot))) {
                    return false;
                }
            }
        }
        return stillWait() && (unhooked <= spinners || noneIsBusy(sequences, spinners));
    }

    private int unhooked(long[] all) {
        int count = 0;
        for (int slot = 0; slot < all.length; slot++) {
            count += (all[slot] & 1) == 0 && memory.state(slot) == SharedLayout.LIVE ? 1 : 0;
        }
        return count;
    }

    /** Whoever another process wakes, such as by a pipe, is awake before it has left its hook. */
    @Override
    public boolean stillWait() {
        for (int slot = 0; slot < memory.slots(); slot++) {
            if (memory.isWaiting(slot) && !kernel.sleepsIn(memory.nativeThread(slot), memory.wait(slot))) {
                return false;
            }
        }
        return true;
    }

    /** Asks the process; true once it has said that no others were busy, and nothing has changed since. */
    private boolean noneIsBusy(long[] now, int spinners) {
        if (Arrays.equals(asked, now)) {
            if (memory.busy() <= spinners) {
                return true;
            }
            asked = new long[0];
            looks = 0;
            return false;
        }
        asked = now;
        countBusy.run();
        return false;
    }

    @Override
    public boolean awaitInput() {
        for (int slot = 0; slot < memory.slots(); slot++) {
            if (memory.isWaiting(slot) && memory.wait(slot) == Wait.TYPING) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        kernel.close();
    }
}
