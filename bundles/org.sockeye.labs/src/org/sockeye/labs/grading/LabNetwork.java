package org.sockeye.labs.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.LabException;
import org.sockeye.stack.topology.DeviceSpec;
import org.sockeye.stack.topology.HostSpec;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.topology.TopologyException;

/** Finds a lab's topology, and whether it has the hosts that the lab names. */
final class LabNetwork {

    private LabNetwork() {
    }

    static Topology of(Lab lab) throws LabException, IOException {
        Path file = lab.folder().resolve("lab.yaml");
        Topology topology = topology(lab, file);
        List<String> hosts = topology.devices().stream().filter(HostSpec.class::isInstance).map(DeviceSpec::name)
                .toList();
        List<String> named = new ArrayList<>(lab.localhost().stream().toList());
        lab.roles().forEach(role -> named.add(role.host()));
        for (String host : named) {
            if (!hosts.contains(host)) {
                throw LabException.at(file, 0, "unknown host '" + host + "'",
                        "the topology has " + String.join(", ", hosts));
            }
        }
        return topology;
    }

    private static Topology topology(Lab lab, Path file) throws LabException, IOException {
        Path own = lab.folder().resolve(lab.topology());
        try {
            return Files.isRegularFile(own) ? Topology.read(own) : Topology.named(lab.topology());
        } catch (TopologyException e) {
            throw new LabException(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw LabException.at(file, 0, String.valueOf(e.getMessage()), "name one of them, or a file of the lab");
        }
    }
}
