package org.sockeye.agent.clock;

import java.io.File;
import java.io.IOException;

/** The operating system's number of a thread. */
final class ThreadNumber {

    private ThreadNumber() {
    }

    /** The current thread's, or 0 where there is no /proc. */
    static long current() {
        try {
            String path = new File("/proc/thread-self").getCanonicalPath();
            return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
