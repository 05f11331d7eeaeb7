package org.sockeye.programs.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Wait;

/**
 * The threads of a process that is no virtual machine, as /proc shows them. Two looks at all of them prove that they wait:
 * a thread that sleeps at both, and has had no turn on a processor between, has slept all the time; and so there was a moment
 * at which all did. What they sleep in must be something that only the network, or another thread that sleeps, can end.
 */
final class NativeThreads implements Threads {

    private final Path process;
    private final SharedMemory memory;
    private final KernelView kernel;
    private final Spinning spinning;
    private final String input;
    private final Map<Long, ThreadFiles> open = new HashMap<>();
    private List<Turn> proof = List.of();
    private boolean awaitsInput;
    private int spinningThen;

    /** That a thread sleeps after so many turns on a processor. */
    private record Turn(long thread, String turns) {
    }

    /** @param input what the link of its standard input says; reading from that is waiting for a line */
    NativeThreads(long process, SharedMemory memory, KernelView kernel, Spinning spinning, String input) {
        this.process = Path.of("/proc/" + process);
        this.memory = memory;
        this.kernel = kernel;
        this.spinning = spinning;
        this.input = input;
    }

    @Override
    public boolean wait(long[] sequences, int spinners) {
        free();
        List<Turn> found = look(spinners);
        // With no thread left it is about to go, which its connection has yet to say.
        if (found == null || found.isEmpty() && spinners == 0) {
            return false;
        }
        proof = found;
        spinningThen = spinners;
        return stillWait();
    }

    /** The second look: at which system calls they are in there is no need to. */
    @Override
    public boolean stillWait() {
        int known = 0;
        for (long thread : threads()) {
            try {
                ThreadFiles files = files(thread);
                char state = files.state();
                if (files.isOurs() || spinningThen > 0 && spins(thread) || ThreadFiles.hasEnded(state)) {
                    continue;
                }
                if (known == proof.size() || state != 'S'
                        || !proof.get(known++).equals(new Turn(thread, files.turns()))) {
                    return false;
                }
            } catch (IOException e) {
                forget(thread);
                return false;
            }
        }
        return known == proof.size();
    }

    private boolean spins(long thread) {
        for (int slot = 0; slot < memory.slots(); slot++) {
            if (memory.nativeThread(slot) == thread && spinning.contains(slot)) {
                return true;
            }
        }
        return false;
    }

    /** The first look at all threads; null if one of them does not wait. */
    private @Nullable List<Turn> look(int spinners) {
        awaitsInput = false;
        Map<Long, Integer> slots = new HashMap<>();
        for (int slot = 0; slot < memory.slots(); slot++) {
            if (memory.state(slot) == SharedLayout.LIVE) {
                slots.merge(memory.nativeThread(slot), slot, (a, b) -> memory.isWaiting(a) ? a : b);
            }
        }
        List<Turn> turns = new ArrayList<>();
        for (long thread : threads()) {
            try {
                ThreadFiles files = files(thread);
                if (files.isOurs() || spinners > 0 && spins(thread)) {
                    continue;
                }
                // Before the state: a turn that it has had since then shows at the second look.
                String before = files.turns();
                char state = files.state();
                if (ThreadFiles.hasEnded(state)) {
                    continue;
                }
                if (state != 'S' || !waits(files.call(), slots.get(thread))) {
                    return null;
                }
                turns.add(new Turn(thread, before));
            } catch (IOException e) {
                // It is ending, and somebody may be waiting for that.
                forget(thread);
                return null;
            }
        }
        return turns;
    }

    private boolean waits(String text, @Nullable Integer slot) throws IOException {
        SystemCall call = SystemCall.parse(text);
        if (slot == null || !memory.isWaiting(slot)) {
            awaitsInput |= call.readsFrom().isPresent() && isInput(call.readsFrom().getAsInt());
            return call.waitsForOthers();
        }
        Wait wait = memory.wait(slot);
        awaitsInput |= wait == Wait.TYPING && isInput(0);
        return call.belongsTo(wait);
    }

    private boolean isInput(int descriptor) throws IOException {
        return Files.readSymbolicLink(process.resolve("fd/" + descriptor)).toString().equals(input);
    }

    /** Frees the slots of threads that have ended. */
    private void free() {
        Set<Long> alive = new HashSet<>(threads());
        for (int slot = 0; slot < memory.slots(); slot++) {
            if (memory.state(slot) == SharedLayout.ENDING && !alive.contains(memory.nativeThread(slot))) {
                memory.free(slot);
            }
        }
    }

    private List<Long> threads() {
        String[] names = process.resolve("task").toFile().list();
        List<Long> threads = new ArrayList<>();
        for (String name : names == null ? new String[0] : names) {
            threads.add(Long.parseLong(name));
        }
        return threads;
    }

    private ThreadFiles files(long thread) throws IOException {
        ThreadFiles files = open.get(thread);
        if (files == null) {
            files = new ThreadFiles(process.resolve("task").resolve(Long.toString(thread)));
            open.put(thread, files);
        }
        return files;
    }

    private void forget(long thread) {
        ThreadFiles files = open.remove(thread);
        if (files != null) {
            files.close();
        }
    }

    @Override
    public boolean awaitInput() {
        return awaitsInput;
    }

    @Override
    public void close() {
        open.values().forEach(ThreadFiles::close);
        open.clear();
        kernel.close();
    }
}
