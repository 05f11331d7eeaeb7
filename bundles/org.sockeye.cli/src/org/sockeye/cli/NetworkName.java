package org.sockeye.cli;

import java.io.IOException;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.topology.TopologyException;

/** Finds the network that an option names. */
final class NetworkName {

    private NetworkName() {
    }

    /**
     * @param nameOrFile one that ships, or a topology file
     * @throws UsageError if there is neither, or the file is wrong
     */
    static Topology topology(String nameOrFile) {
        try {
            return Topology.of(nameOrFile);
        } catch (TopologyException | IllegalArgumentException e) {
            throw new UsageError("--topology: " + e.getMessage());
        } catch (IOException e) {
            throw new UsageError("--topology: cannot read " + nameOrFile + ": " + e.getMessage());
        }
    }
}
