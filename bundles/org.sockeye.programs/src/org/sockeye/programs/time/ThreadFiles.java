package org.sockeye.programs.time;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sockeye.agent.protocol.Portable;

/** The files of /proc about a thread, kept open: reading them again from the start gives what is true now. */
final class ThreadFiles {

    /** The name of the library's own thread, which obeys the network and is none of the program's. */
    private static final String CONTROL = "sockeye-control";

    private final byte[] buffer = new byte[512];
    private final RandomAccessFile stat;
    private final RandomAccessFile call;
    private final RandomAccessFile turns;

    private final boolean ours;

    /** @param task the thread's directory */
    ThreadFiles(Path task) throws IOException {
        ours = Files.readString(task.resolve("comm")).strip().equals(CONTROL);
        stat = open(task, "stat");
        call = open(task, "syscall");
        turns = open(task, "schedstat");
    }

    private static RandomAccessFile open(Path task, String name) throws IOException {
        return new RandomAccessFile(task.resolve(name).toFile(), "r");
    }

    /** True if it is the thread that obeys the network's commands, and does nothing else. */
    boolean isOurs() {
        return ours;
    }

    /** One letter: R runs, S sleeps and can be woken. */
    char state() throws IOException {
        return state(read(stat));
    }

    /** The letter in the text of a stat file: behind the thread's name, which may itself contain anything. */
    static char state(String stat) {
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }

    /**
     * True if the operating system has a process no more, but for its exit status. The first thread may have ended before
     * the others.
     */
    static boolean haveGone(long process) {
        Path files = Path.of("/proc/" + process);
        if (Portable.isAsked() || !Files.isDirectory(Path.of("/proc/self"))) {
            return ProcessHandle.of(process).isEmpty();
        }
        try {
            String[] threads = files.resolve("task").toFile().list();
            return threads == null || threads.length <= 1 && hasEnded(state(Files.readString(files.resolve("stat"))));
        } catch (IOException e) {
            return true;
        }
    }

    static boolean hasEnded(char state) {
        return state == 'Z' || state == 'X';
    }

    /** The system call that the thread is in, with its arguments. */
    String call() throws IOException {
        return read(call);
    }

    /** Changes with every turn that the thread has on a processor. */
    String turns() throws IOException {
        return read(turns);
    }

    private String read(RandomAccessFile file) throws IOException {
        file.seek(0);
        int count = file.read(buffer);
        if (count <= 0) {
            throw new IOException("the thread has ended");
        }
        return new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
    }

    void close() {
        try {
            stat.close();
            call.close();
            turns.close();
        } catch (IOException e) {
            // They are gone with the thread.
        }
    }
}
