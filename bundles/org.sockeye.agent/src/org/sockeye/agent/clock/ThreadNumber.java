package org.sockeye.agent.clock;

import java.io.File;
import java.io.IOException;
import org.sockeye.agent.protocol.Portable;

/** The operating system's numbers of threads and of this process. */
public final class ThreadNumber {

    private ThreadNumber() {
    }

    /** The current thread's, or 0 where there is no /proc. */
    static long current() {
        return last("/proc/thread-self");
    }

    /** This process's. /proc knows it without the library's start-up of what watches over processes. */
    public static long ofProcess() {
        long number = last("/proc/self");
        return number == 0 ? ProcessHandle.current().pid() : number;
    }

    /** The number at the end of what a link in /proc points to; 0 if there is no such link. */
    private static long last(String link) {
        if (Portable.isAsked()) {
            return 0;
        }
        try {
            String path = new File(link).getCanonicalPath();
            return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
