package org.sockeye.drill;

import java.util.Map;
import org.sockeye.drill.run.Runner;
import org.sockeye.drill.script.Parser;
import org.sockeye.drill.script.ScriptException;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.drill.verdict.Verdict;

/** Judges the stack's TCP by packetdrill scripts. */
public final class Drill {

    private Drill() {
    }

    /** Reads and runs the script whose text is given. */
    public static Verdict run(String text) {
        return run(text, Map.of());
    }

    /**
     * Reads and runs a script.
     *
     * @param defaults options, as a script would write them at its head, for those that it does not
     */
    public static Verdict run(String text, Map<String, String> defaults) {
        try {
            return Runner.run(Parser.parse(text), defaults);
        } catch (UnsupportedException e) {
            return new Verdict.Unsupported(e.position().line(), e.getMessage() == null ? "" : e.getMessage());
        } catch (ScriptException e) {
            return new Verdict.Malformed(e.position().line(), e.position().column(),
                    e.getMessage() == null ? "" : e.getMessage());
        }
    }
}
