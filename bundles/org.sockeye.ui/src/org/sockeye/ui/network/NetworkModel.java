package org.sockeye.ui.network;

import java.util.List;
import org.sockeye.inspect.NetworkPicture;
import org.sockeye.launching.session.ProgramState;

/**
 * What the view draws.
 *
 * @param picture the devices and links
 * @param programs those launched so far
 * @param status time, state and topology in a line
 */
record NetworkModel(NetworkPicture picture, List<ProgramState> programs, String status) {

    static final NetworkModel EMPTY = new NetworkModel(NetworkPicture.EMPTY, List.of(), "");

    NetworkModel {
        programs = List.copyOf(programs);
    }

    /** The programs on a host. */
    List<ProgramState> on(String host) {
        return programs.stream().filter(program -> program.host().equalsIgnoreCase(host)).toList();
    }
}
