package org.sockeye.launching.session;

import java.util.List;
import java.util.OptionalInt;

/**
 * A program as it was a moment ago.
 *
 * @param name its name in the run
 * @param host where it runs
 * @param listening whether it has a socket that others can reach
 * @param sockets its sockets, a line each, such as ":49152 → 10.0.2.2:6789 ESTABLISHED"
 * @param waiting whether it waits for the network, the clock or its input
 * @param exitStatus its exit status, once it has ended
 */
public record ProgramState(String name, String host, boolean listening, List<String> sockets, boolean waiting,
        OptionalInt exitStatus) {

    public ProgramState {
        sockets = List.copyOf(sockets);
    }

    public boolean isAlive() {
        return exitStatus.isEmpty();
    }
}
