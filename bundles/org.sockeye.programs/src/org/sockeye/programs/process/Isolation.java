package org.sockeye.programs.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sockeye.agent.protocol.Portable;

/**
 * An empty network namespace for programs, so that nothing they do can reach the real network. It needs Linux, and its
 * administrator's leave; where it is not to be had, the agent alone keeps programs off the network.
 */
public final class Isolation {

    private static final List<List<String>> WAYS = List.of(List.of("unshare", "--net", "--"),
            List.of("unshare", "--user", "--map-current-user", "--net", "--"),
            List.of("unshare", "--user", "--map-root-user", "--net", "--"));

    private Isolation() {
    }

    private static final class Found {
        static final List<String> PREFIX = find();

        private static List<String> find() {
            return WAYS.stream().filter(Found::works).findFirst().orElse(List.of());
        }

        private static boolean works(List<String> way) {
            List<String> command = new ArrayList<>(way);
            command.add("true");
            try {
                Process process = new ProcessBuilder(command).redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** What a command must be preceded by to run in such a namespace; empty if there is no way. */
    public static List<String> prefix() {
        return Portable.isAsked() ? List.of() : Found.PREFIX;
    }
}
