package org.sockeye.cli.run;

import java.util.List;
import org.sockeye.cli.outcome.ExitStatus;
import org.sockeye.programs.Ending;
import org.sockeye.programs.Program;

/**
 * How a run came out.
 *
 * @param ending why it ended
 * @param programs those that were started, the one that the run is about last
 */
public record Verdict(Ending ending, List<Program> programs) {

    /** The status that the command exits with. */
    public int exitStatus() {
        return switch (ending) {
            case Ending.Reached reached -> {
                int last = programs.getLast().exitStatus().orElse(ExitStatus.OK);
                yield last != ExitStatus.OK ? last : anyFailed() ? ExitStatus.FAILED : ExitStatus.OK;
            }
            case Ending.Failed failed -> ExitStatus.FAILED;
            case Ending.Deadlock deadlock -> ExitStatus.ENDED;
            case Ending.SimulatedLimit limit -> ExitStatus.ENDED;
            case Ending.WallLimit limit -> ExitStatus.ENDED;
            case Ending.Spin spin -> ExitStatus.ENDED;
            case Ending.OutputLimit limit -> ExitStatus.ENDED;
            case Ending.Stopped stopped -> ExitStatus.ENDED;
        };
    }

    private boolean anyFailed() {
        return programs.stream().anyMatch(program -> program.exitStatus().orElse(ExitStatus.OK) != ExitStatus.OK);
    }
}
