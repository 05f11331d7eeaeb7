package org.sockeye.programs.time;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sockeye.agent.protocol.Command;
import org.sockeye.agent.protocol.SharedLayout;

/**
 * One process's part in simulated time: whether it waits, for what and until when. A process is asked, never believed:
 * how, {@link Threads} say.
 */
public final class Pacemaker {

    private final long process;
    private final SharedMemory memory;
    private final Threads threads;
    private final Commands commands;
    private final Spinning spinning;
    private long sent;
    private boolean proven;
    private long[] sequences = {};
    private int fired = -1;
    private long firedSequence;

    /** Sends a command to the process. */
    @FunctionalInterface
    public interface Commands {
        void send(Command command);
    }

    private Pacemaker(long process, SharedMemory memory, Commands commands, @Nullable String input) {
        this.process = process;
        this.memory = memory;
        this.commands = commands;
        KernelView kernel = KernelView.of(process);
        spinning = new Spinning(memory, kernel);
        threads = input == null ? new JavaThreads(memory, kernel, spinning, this::countBusy)
                : new NativeThreads(process, memory, kernel, spinning, input);
    }

    /** That of a virtual machine. */
    public static Pacemaker ofJava(long process, SharedMemory memory, Commands commands) {
        return new Pacemaker(process, memory, commands, null);
    }

    /**
     * That of any other process.
     *
     * @param input what the link of the program's standard input says in /proc; empty if it is not known
     */
    public static Pacemaker ofNative(long process, SharedMemory memory, Commands commands, String input) {
        return new Pacemaker(process, memory, commands, input);
    }

    private void countBusy() {
        sent++;
        commands.send(new Command(Command.Kind.COUNT_BUSY, 0));
    }

    /** The process got something that may make it go on. */
    public void stimulated() {
        proven = false;
        threads.stimulated();
    }

    /** True if it has been given nothing since it was found to be idle. */
    public boolean isUntouched() {
        return proven;
    }

    /** The process has called the network, and so goes on. */
    public void heard() {
        threads.heard();
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
        if (fired >= 0 && firedSequence == before[fired]) {
            return false;
        }
        fired = -1;
        if (!threads.wait(before, spinners)) {
            return false;
        }
        sequences = before;
        return unchanged(before) && hasObeyed();
    }

    /** True if it has not gone on since it was found to be idle: other processes of its program may have woken it. */
    public boolean isStillIdle() {
        return unchanged(sequences) && threads.stillWait();
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

    /** True if one of its threads waits for a line of the process's own standard input. */
    public boolean isAwaitingInput() {
        return threads.awaitInput();
    }

    /** True if the operating system has the process no more. */
    public boolean hasGone() {
        return ThreadFiles.haveGone(process);
    }

    /** The process has ended. */
    public void close() {
        threads.close();
    }
}
