package org.sockeye.launching.session;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.osgi.util.NLS;
import org.sockeye.launching.LaunchAttributes;
import org.sockeye.launching.Messages;
import org.sockeye.programs.RunOptions;
import org.sockeye.stack.topology.DeviceSpec;
import org.sockeye.stack.topology.HostSpec;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.topology.TopologyException;

/**
 * What a network is made from.
 *
 * @param topology a named topology or the path of a topology file
 * @param seed for all chance
 */
public record NetworkSettings(String topology, long seed) {

    private static final String SERVER = "server";

    /** The network that a launch configuration asks for. */
    public static NetworkSettings of(ILaunchConfiguration configuration) throws CoreException {
        String topology = configuration.getAttribute(LaunchAttributes.TOPOLOGY, LaunchAttributes.DEFAULT_TOPOLOGY);
        String seed = configuration.getAttribute(LaunchAttributes.SEED, "1");
        try {
            return new NetworkSettings(topology, Long.parseLong(seed));
        } catch (NumberFormatException e) {
            return new NetworkSettings(topology, 1);
        }
    }

    /**
     * Reads the topology.
     *
     * @throws CoreException with one sentence, if it is unknown or malformed
     */
    public Topology read() throws CoreException {
        try {
            return Topology.of(topology);
        } catch (IllegalArgumentException | TopologyException | IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.cannotOpen, e.getMessage()), e));
        }
    }

    /** The names of the hosts of a topology, in its order. */
    public static List<String> hosts(Topology topology) {
        return topology.devices().stream().filter(HostSpec.class::isInstance).map(DeviceSpec::name).toList();
    }

    /**
     * As fast as possible, without limits: a person watches it. Programs that say "localhost" on another host mean the
     * server, as textbook programs do.
     */
    RunOptions options(Topology read) {
        Optional<String> localhost = hosts(read).contains(SERVER) ? Optional.of(SERVER) : Optional.empty();
        return new RunOptions(read, seed, 0, localhost, Long.MAX_VALUE, Long.MAX_VALUE);
    }
}
