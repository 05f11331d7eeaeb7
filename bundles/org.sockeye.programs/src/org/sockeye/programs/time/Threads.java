package org.sockeye.programs.time;

/** How to find out whether the threads of a process wait: there are two kinds of process. */
interface Threads {

    /**
     * True if all of them do.
     *
     * @param sequences the sequence number of every slot, as it was just now
     * @param spinners how many of those that spin may go on
     */
    boolean wait(long[] sequences, int spinners);

    /** True if none has gone on since {@link #wait} has last found so. */
    boolean stillWait();

    /** The process got something that may make it go on. */
    default void stimulated() {
    }

    /** The process has called the network, and so goes on. */
    default void heard() {
    }

    /** True if one of them waits for a line of the process's own standard input. */
    boolean awaitInput();

    void close();
}
