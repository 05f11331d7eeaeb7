package org.sockeye.drill.verdict;

/** What came of one script. */
public sealed interface Verdict {

    /**
     * Everything happened as the script says.
     *
     * @param events how many events there were
     * @param packets how many packets of ours were compared
     * @param left packets sent behind the last expected one, which packetdrill does not look at either
     */
    record Passed(int events, int packets, int left) implements Verdict {
    }

    /**
     * Something happened otherwise.
     *
     * @param line of the event that did not come out as expected
     * @param reason what was expected and what was got, in words
     */
    record Failed(int line, String reason) implements Verdict {
    }

    /**
     * The script uses something that is not spoken here.
     *
     * @param line where it stands
     * @param construct its name
     */
    record Unsupported(int line, String construct) implements Verdict {
    }

    /**
     * The script is not well formed.
     *
     * @param line where
     * @param column where in the line
     * @param mistake what is wrong, and how to mend it
     */
    record Malformed(int line, int column, String mistake) implements Verdict {
    }

    /** One line about the script of that name. */
    default String report(String script) {
        return switch (this) {
            case Passed passed -> "pass " + script + " (" + passed.events + " events, " + passed.packets
                    + " packets compared" + (passed.left > 0 ? ", " + passed.left + " more sent at the end" : "") + ")";
            case Failed failed -> "FAIL " + script + ":" + failed.line + ": " + failed.reason;
            case Unsupported unsupported -> "unsupported " + script + ":" + unsupported.line + ": "
                    + unsupported.construct;
            case Malformed malformed -> "malformed " + script + ":" + malformed.line + ":" + malformed.column + ": "
                    + malformed.mistake;
        };
    }
}
