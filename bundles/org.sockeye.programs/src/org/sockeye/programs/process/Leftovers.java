package org.sockeye.programs.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Processes that a run's programs started and that have lost their parent since, known by a variable in the environment
 * which they inherited. On Linux; elsewhere only what is still a program's child is found, when that is ended.
 */
public final class Leftovers {

    private static final String MARK = "SOCKEYE_RUN";

    private Leftovers() {
    }

    /** What marks a program and all that it starts as belonging to the run with that private directory. */
    static Map<String, String> mark(Path run) {
        return Map.of(MARK, run.toString());
    }

    /** Ends whatever is still alive of the run with that private directory. */
    public static void end(Path run) {
        byte[] mark = (MARK + "=" + run + "\0").getBytes(StandardCharsets.UTF_8);
        long self = ProcessHandle.current().pid();
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && bears(process, mark)).toList();
        left.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean bears(ProcessHandle process, byte[] mark) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/environ"));
            String text = "\0" + new String(environment, StandardCharsets.ISO_8859_1);
            return text.contains("\0" + new String(mark, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // It has ended, or is somebody else's.
            return false;
        }
    }
}
