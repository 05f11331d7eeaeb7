package org.sockeye.cli.options;

import java.io.IOException;
import org.sockeye.cli.outcome.UsageError;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.topology.TopologyException;

/** Finds the network that an option names. */
public final class NetworkName {

    private NetworkName() {
    }

    /**
     * @param nameOrFile one that ships, or a topology file
     * @throws UsageError if there is neither, or the file is wrong
     */
    public static Topology topology(String nameOrFile) {
        try {
            return Topology.of(nameOrFile);
        } catch (TopologyException | IllegalArgumentException e) {
            throw new UsageError("--topology: " + e.getMessage());
        } catch (IOException e) {
            throw new UsageError("--topology: cannot read " + nameOrFile + ": " + e.getMessage());
        }
    }
}
