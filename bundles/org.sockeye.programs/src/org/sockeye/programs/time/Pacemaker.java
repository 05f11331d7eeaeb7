package org.sockeye.programs.time;

import java.util.Arrays;
import org.sockeye.agent.protocol.Command;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Wait;

/**
 * One process's part in simulated time: whether it waits, for what and until when. A process is asked, never believed:
 * its memory says which threads mean to wait, the operating system whether they do, and the process itself counts those
 * that are in no hook and yet do not run.
 */
public final class Pacemaker {

    /** A thread in no hook is most often on its way to one: so many times one looks again before one asks anybody. */
    private static final int PATIENCE = 20;

    private final SharedMemory memory;
    private final KernelView kernel;
    private final Commands commands;
    private final Spinning spinning;
    private long sent;
    private boolean proven;
    private long[] sequences = {};
    private long[] asked = {};
    private int looks;
    private int fired = -1;
    private long firedSequence;

    /** Sends a command to the process. */
    @FunctionalInterface
    public interface Commands {
        void send(Command command);
    }

    public Pacemaker(long process, SharedMemory memory, Commands commands) {
        this.memory = memory;
        this.commands = commands;
        kernel = KernelView.of(process);
        spinning = new Spinning(memory, kernel);
    }

    /** The process got something that may make it go on. */
    public void stimulated() {
        proven = false;
        asked = new long[0];
        looks = 0;
    }

    /** True if it has been given nothing since it was found to be idle. */
    public boolean isUntouched() {
        return proven;
    }

    /** The process has called the network, and so goes on. */
    public void heard() {
        looks = 0;
    }

    /** Simulated time is now {@code time}. */
    public void now(long time) {
        memory.now(time);
    }

    /** Sends a command that has an effect on the program. */
    public void command(Command.Kind kind, int slot) {
        stimulated();
        sent++;
        commands.send(new Command(kind, slot));
    }

    /** True once every command has had its effect. */
    public boolean hasObeyed() {
        return memory.done() == sent;
    }

    /** True if the process will do nothing until it is given something. Asks anew if it was given something since. */
    public boolean isIdle() {
        if (proven && unchanged(sequences)) {
            return true;
        }
        proven = prove(0);
        return proven;
    }

    /** True if it would be {@link #isIdle()} but for threads that compute on and on without asking for anything. */
    public boolean onlySpins() {
        int spinners = spinning.look();
        return spinners > 0 && prove(spinners);
    }

    /** How much simulated time it owes for that, in nanoseconds. */
    public long debt() {
        return spinning.debt();
    }

    /** Simulated time has moved on by so much while it spun. */
    public void pay(long nanoseconds) {
        spinning.pay(nanoseconds);
    }

    /** @param spinners how many threads may be busy */
    private boolean prove(int spinners) {
        if (!hasObeyed()) {
            return false;
        }
        long[] before = snapshot();
        int unhooked = unhooked(before);
        if (unhooked > spinners && looks < PATIENCE) {
            looks++;
            return false;
        }
        for (int slot = 0; slot < before.length; slot++) {
            long state = memory.state(slot);
            if (state == SharedLayout.ENDING && kernel.exists(memory.nativeThread(slot))) {
                return false;
            }
            if (state == SharedLayout.ENDING) {
                memory.free(slot);
            } else if (state == SharedLayout.LIVE && (before[slot] & 1) == 0) {
                boolean spins = spinners > 0 && spinning.contains(slot);
                if (!spins && kernel.runs(memory.nativeThread(slot))) {
                    return false;
                }
            }
        }
        if (fired >= 0 && firedSequence == before[fired]) {
            return false;
        }
        fired = -1;
        for (int slot = 0; slot < before.length; slot++) {
            if (memory.isWaiting(slot) && !kernel.sleepsIn(memory.nativeThread(slot), memory.wait(slot))) {
                return false;
            }
        }
        if (unhooked > spinners && !noneIsBusy(before, spinners)) {
            return false;
        }
        sequences = before;
        return unchanged(before) && hasObeyed();
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
        sent++;
        commands.send(new Command(Command.Kind.COUNT_BUSY, 0));
        return false;
    }

    private int unhooked(long[] all) {
        int count = 0;
        for (int slot = 0; slot < all.length; slot++) {
            count += (all[slot] & 1) == 0 && memory.state(slot) == SharedLayout.LIVE ? 1 : 0;
        }
        return count;
    }

    private long[] snapshot() {
        long[] all = new long[memory.slots()];
        for (int slot = 0; slot < all.length; slot++) {
            all[slot] = memory.sequence(slot);
        }
        return all;
    }

    private boolean unchanged(long[] before) {
        return Arrays.equals(before, snapshot());
    }

    /** When the next of its threads wants to be woken; {@link Long#MAX_VALUE} if none does. */
    public long nextDeadline() {
        int slot = nextSlot();
        return slot < 0 ? Long.MAX_VALUE : memory.deadline(slot);
    }

    private int nextSlot() {
        int next = -1;
        for (int slot = 0; slot < memory.slots(); slot++) {
            if (memory.isWaiting(slot) && memory.deadline(slot) != SharedLayout.NEVER
                    && (next < 0 || isBefore(slot, next))) {
                next = slot;
            }
        }
        return next;
    }

    private boolean isBefore(int slot, int other) {
        int byTime = Long.compare(memory.deadline(slot), memory.deadline(other));
        return byTime != 0 ? byTime < 0 : memory.javaThread(slot) < memory.javaThread(other);
    }

    /** Wakes the thread that wants to be woken next. */
    public void fire() {
        fired = nextSlot();
        firedSequence = memory.sequence(fired);
        command(Command.Kind.FIRE, fired);
    }

    /** True if one of its threads waits for somebody to type. */
    public boolean isWaitingForTyping() {
        for (int slot = 0; slot < memory.slots(); slot++) {
            if (memory.isWaiting(slot) && memory.wait(slot) == Wait.TYPING) {
                return true;
            }
        }
        return false;
    }

    /** The process has ended. */
    public void close() {
        kernel.close();
    }
}
