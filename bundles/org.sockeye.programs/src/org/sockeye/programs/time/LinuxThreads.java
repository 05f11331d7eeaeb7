package org.sockeye.programs.time;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.agent.protocol.Wait;

/**
 * Threads of a process as /proc shows them. Both looks are needed: the state alone cannot tell a thread that waits from one
 * that was woken and stopped at a safepoint; the system call alone still shows the old one while a wake-up is under way.
 */
final class LinuxThreads implements KernelView {

    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");
    private static final Set<Integer> POLLS = ARM ? Set.of(73) : Set.of(7, 271);
    private static final Set<Integer> SELECTS = ARM ? Set.of(22, 441) : Set.of(232, 281, 441);
    private static final Set<Integer> READS = ARM ? Set.of(63, 207, 212) : Set.of(0, 45, 47);
    private static final Set<Integer> CHILDREN = ARM ? Set.of(95, 260) : Set.of(61, 247);
    private static final int FUTEX = ARM ? 98 : 202;
    /** A condition variable's wait. What waits at a safepoint does so by FUTEX_WAIT, number 0. */
    private static final int FUTEX_WAIT_BITSET = 9;
    private static final int FUTEX_OPERATION = 0x7f;

    /** Places behind the thread's name in its stat file, and the unit there: a hundredth of a second. */
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final long TICK = 10_000_000;

    private final Path tasks;
    private final byte[] buffer = new byte[512];
    private final Map<Long, Opened> open = new HashMap<>();

    /** The two files about a thread, kept open: reading them again from the start gives what is true now. */
    private record Opened(RandomAccessFile stat, RandomAccessFile call) {
        void close() {
            try {
                stat.close();
                call.close();
            } catch (IOException e) {
                // They are gone with the thread.
            }
        }
    }

    LinuxThreads(long process) {
        tasks = Path.of("/proc/" + process + "/task");
    }

    /** True if /proc tells the system call that a thread is in: on Linux, about one's own children. */
    static boolean isUsable(long process) {
        Path call = Path.of("/proc/" + process + "/task/" + process + "/syscall");
        if (!Files.isReadable(call)) {
            return false;
        }
        try {
            return !Files.readString(call).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean isCertain() {
        return true;
    }

    @Override
    public boolean sleepsIn(long thread, Wait wait) {
        try {
            Opened files = files(thread);
            return files != null && state(files) == 'S' && matches(read(files.call), wait);
        } catch (IOException e) {
            forget(thread);
            return false;
        }
    }

    @Override
    public boolean runs(long thread) {
        try {
            Opened files = files(thread);
            return files != null && state(files) != 'S';
        } catch (IOException e) {
            forget(thread);
            return false;
        }
    }

    @Override
    public long processorTime(long thread) {
        try {
            Opened files = files(thread);
            String stat = files == null ? Files.readString(tasks.resolveSibling("stat")) : read(files.stat);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", STIME + 2);
            return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) * TICK;
        } catch (IOException e) {
            forget(thread);
            return 0;
        }
    }

    @Override
    public boolean exists(long thread) {
        boolean exists = Files.exists(tasks.resolve(Long.toString(thread)));
        if (!exists) {
            forget(thread);
        }
        return exists;
    }

    private @Nullable Opened files(long thread) throws IOException {
        Opened files = open.get(thread);
        if (files == null && thread != 0) {
            Path task = tasks.resolve(Long.toString(thread));
            RandomAccessFile stat = new RandomAccessFile(task.resolve("stat").toFile(), "r");
            try {
                files = new Opened(stat, new RandomAccessFile(task.resolve("syscall").toFile(), "r"));
            } catch (IOException e) {
                stat.close();
                throw e;
            }
            open.put(thread, files);
        }
        return files;
    }

    private void forget(long thread) {
        Opened files = open.remove(thread);
        if (files != null) {
            files.close();
        }
    }

    @Override
    public void close() {
        open.values().forEach(Opened::close);
        open.clear();
    }

    private String read(RandomAccessFile file) throws IOException {
        file.seek(0);
        int count = file.read(buffer);
        if (count <= 0) {
            throw new IOException("the thread has ended");
        }
        return new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
    }

    /** The letter behind the thread's name, which may itself contain anything. */
    private char state(Opened files) throws IOException {
        String stat = read(files.stat);
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }

    private static boolean matches(String call, Wait wait) {
        String[] words = call.split(" ", 5);
        if (words.length < 4) {
            return false;
        }
        int number = Integer.parseInt(words[0]);
        return switch (wait) {
            case PARK, MONITOR, SLEEP -> number == FUTEX
                    && (Long.decode(words[2]) & FUTEX_OPERATION) == FUTEX_WAIT_BITSET;
            case POLL -> POLLS.contains(number);
            case SELECT -> SELECTS.contains(number);
            case CALL, INPUT, TYPING -> READS.contains(number);
            case CHILD -> CHILDREN.contains(number);
            case NOTHING -> false;
        };
    }
}
