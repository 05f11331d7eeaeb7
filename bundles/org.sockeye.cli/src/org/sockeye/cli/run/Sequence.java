package org.sockeye.cli.run;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.programs.Ending;
import org.sockeye.programs.Program;
import org.sockeye.programs.ProgramFailure;
import org.sockeye.programs.ProgramSpec;
import org.sockeye.programs.Run;

/** Starts programs one after the other, each when the one before listens or waits, and drives them until the last ends. */
public final class Sequence {

    /** How long the network goes on when the last program has ended, so that its closing segments arrive: 1 s. */
    private static final long SETTLING = 1_000_000_000L;

    private final Run run;

    public Sequence(Run run) {
        this.run = run;
    }

    /**
     * @param specs at least one
     * @throws ProgramFailure if one of them cannot be started
     */
    public Verdict play(List<ProgramSpec> specs) throws ProgramFailure {
        List<Program> programs = new ArrayList<>();
        for (ProgramSpec spec : specs) {
            Program program = run.start(spec);
            programs.add(program);
            boolean last = programs.size() == specs.size();
            Ending ending = last ? run.untilEnded(program) : run.untilListeningOrWaiting(program);
            if (!(ending instanceof Ending.Reached)) {
                return new Verdict(ending, programs);
            }
        }
        run.until(() -> false, run.network().events().now() + SETTLING);
        return new Verdict(new Ending.Reached(), programs);
    }
}
