package org.sockeye.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sockeye.programs.ExtensionException;
import org.sockeye.programs.Extensions;
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
        return topology(nameOrFile, List.of());
    }

    /**
     * The same with layers that extensions offer.
     *
     * @param extensions where their classes are
     * @throws UsageError also if there is no extension, or a host is to have a layer that nobody offers
     */
    public static Topology topology(String nameOrFile, List<Path> extensions) {
        try {
            Topology topology = Topology.of(nameOrFile).withLayers(Extensions.load(extensions));
            topology.requireLayers();
            return topology;
        } catch (ExtensionException e) {
            throw new UsageError("--extension: " + e.getMessage());
        } catch (TopologyException | IllegalArgumentException e) {
            throw new UsageError("--topology: " + e.getMessage());
        } catch (IOException e) {
            throw new UsageError("--topology: cannot read " + nameOrFile + ": " + e.getMessage());
        }
    }
}
