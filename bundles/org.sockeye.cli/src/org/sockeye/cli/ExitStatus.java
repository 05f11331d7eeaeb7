package org.sockeye.cli;

/** What the command tells its caller when it ends. */
final class ExitStatus {

    /** All is well. */
    static final int OK = 0;
    /** A program or a check failed. */
    static final int FAILED = 1;
    /** Wrong usage or bad input: one line has said what, and the mend. */
    static final int USAGE = 2;
    /** The run was ended before its programs did: deadlock or a limit. */
    static final int ENDED = 3;
    /** Sockeye itself failed. */
    static final int INTERNAL = 4;

    private ExitStatus() {
    }
}
