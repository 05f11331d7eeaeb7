package org.sockeye.cli.run;

import org.sockeye.programs.RunListener;

/** Tells whoever called the command what happens in a run. */
public interface RunReport extends RunListener {

    /**
     * The run has ended.
     *
     * @param now simulated time, in nanoseconds since its start
     */
    void ended(Verdict verdict, long now);
}
