package org.sockeye.programs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to be started on a host.
 *
 * @param name its name in the trace, such as "TCPClient"; unique in a run
 * @param host the host that it runs on
 * @param command the command and its arguments
 * @param directory the working directory
 * @param environment variables added to the ones it inherits
 * @param input what it reads on standard input
 */
public record ProgramSpec(String name, String host, List<String> command, Path directory,
        Map<String, String> environment, Input input) {

    public ProgramSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Where a program's standard input comes from. It is given line by line, as a terminal would. */
    public sealed interface Input {

        /** Nothing: the end of input at once. */
        record None() implements Input {
        }

        /** These bytes, each line when the program waits for it, then the end of input. */
        record Scripted(byte[] bytes) implements Input {
        }

        /** What somebody feeds while it runs, through {@link Program#type}. */
        record Typed() implements Input {
        }
    }
}
