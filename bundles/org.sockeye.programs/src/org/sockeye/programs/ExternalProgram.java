package org.sockeye.programs;

import java.util.List;
import java.util.Map;

/**
 * A program whose JVM somebody else starts, such as the launcher of an IDE.
 *
 * @param program the program as the run knows it; its process attaches when the JVM's agent connects
 * @param vmArguments what the launcher must put before the main class on the JVM's command line
 * @param environment variables that the launcher must add
 */
public record ExternalProgram(Program program, List<String> vmArguments, Map<String, String> environment) {

    public ExternalProgram {
        vmArguments = List.copyOf(vmArguments);
        environment = Map.copyOf(environment);
    }
}
