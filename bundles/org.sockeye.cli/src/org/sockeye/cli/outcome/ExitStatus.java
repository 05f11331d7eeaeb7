package org.sockeye.cli.outcome;

/** What the command tells its caller when it ends. */
public final class ExitStatus {

    /** All is well. */
    public static final int OK = 0;
    /** A program or a check failed. */
    public static final int FAILED = 1;
    /** Wrong usage or bad input: one line has said what, and the mend. */
    public static final int USAGE = 2;
    /** The run was ended before its programs did: deadlock or a limit. */
    public static final int ENDED = 3;
    /** Sockeye itself failed. */
    public static final int INTERNAL = 4;

    private ExitStatus() {
    }
}
