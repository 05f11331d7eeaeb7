package org.sockeye.programs.time;

import java.util.OptionalInt;
import java.util.Set;
import org.sockeye.agent.protocol.Wait;

/**
 * A system call that a thread sleeps in, as /proc tells it.
 *
 * @param number Linux's, which depends on the processor; -1 for none
 * @param arguments the first four
 */
record SystemCall(int number, long[] arguments) {

    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");
    private static final int FUTEX = ARM ? 98 : 202;
    private static final int READ = ARM ? 63 : 0;
    /** sigtimedwait, which may have a time limit in its third argument. */
    private static final int SIGNAL = ARM ? 137 : 128;
    private static final Set<Integer> POLLS = ARM ? Set.of(73, 72, 22, 441) : Set.of(7, 271, 23, 270, 232, 281, 441);
    private static final Set<Integer> READS = ARM ? Set.of(63, 65, 207, 212, 202, 242)
            : Set.of(0, 19, 45, 47, 43, 288);
    /** wait4 and waitid, pause, sigsuspend: for a child, which is a process of the program too, and for a signal. */
    private static final Set<Integer> WAITS = ARM ? Set.of(260, 95, 133) : Set.of(61, 247, 34, 130);

    /** Reads a line such as {@code 202 0x7f00 0x189 0x0 ...}, or {@code running}. */
    static SystemCall parse(String text) {
        String[] words = text.strip().split(" ");
        if (words.length < 5) {
            return new SystemCall(-1, new long[4]);
        }
        long[] arguments = new long[4];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Long.parseUnsignedLong(words[i + 1].substring(2), 16);
        }
        return new SystemCall(Integer.parseInt(words[0]), arguments);
    }

    /** True if it is what a thread sleeps in that says it waits so. */
    boolean belongsTo(Wait wait) {
        return switch (wait) {
            case PARK, MONITOR, SLEEP -> number == FUTEX;
            case POLL, SELECT, TYPING -> POLLS.contains(number);
            case CALL, INPUT -> READS.contains(number);
            case CHILD -> WAITS.contains(number);
            case NOTHING -> false;
        };
    }

    /**
     * True if only another thread, process or the network can end it: a lock or a thread's end without a time limit, bytes
     * from elsewhere, a child's end, a signal.
     */
    boolean waitsForOthers() {
        return number == FUTEX && arguments[3] == 0 || READS.contains(number) || WAITS.contains(number)
                || number == SIGNAL && arguments[2] == 0;
    }

    /** The descriptor that it reads from, if it does. */
    OptionalInt readsFrom() {
        return number == READ ? OptionalInt.of((int) arguments[0]) : OptionalInt.empty();
    }
}
