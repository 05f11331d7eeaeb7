package org.sockeye.labs.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sockeye.labs.format.Lab;
import org.sockeye.stack.topology.Topology;

/**
 * What a stage is made from.
 *
 * @param lab the lab
 * @param topology the lab's network
 * @param commands by role: the command that runs the student's program
 * @param instead for a class that is missing: which there are, beginning with "; "; or empty
 * @param scratch an empty folder, where the student's programs run
 * @param seed for all chance on the network
 */
public record StageSetup(Lab lab, Topology topology, Map<String, List<String>> commands, String instead, Path scratch,
        long seed) {

    public StageSetup {
        commands = Map.copyOf(commands);
    }
}
