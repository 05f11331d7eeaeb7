package org.sockeye.cli.run;

import java.io.PrintStream;
import org.sockeye.programs.Ending;
import org.sockeye.programs.Program;

/** What the programs print, as they print it; and a line on standard error where something is not well. */
public final class ProseReport implements RunReport {

    private final PrintStream out;
    private final PrintStream err;
    private boolean ended;

    public ProseReport(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void output(Program program, boolean error, byte[] bytes) {
        PrintStream stream = error ? err : out;
        stream.write(bytes, 0, bytes.length);
        stream.flush();
    }

    @Override
    public void exited(Program program, int status) {
        if (status != 0 && !ended) {
            err.println("sockeye: " + program.spec().name() + " on " + program.spec().host() + " exited with status "
                    + status);
        }
    }

    @Override
    public void ended(Verdict verdict, long now) {
        ended = true;
        if (!(verdict.ending() instanceof Ending.Reached)) {
            err.println("sockeye: " + verdict.ending().text());
        }
    }
}
