package org.sockeye.agent.door;

/** The end of the process when there is no network any more: at once, and without a word. */
final class Ending {

    /** As a process that was told to terminate. */
    private static final int STATUS = 143;

    private Ending() {
    }

    /** Never returns; the return type lets callers say {@code throw}. */
    static Error withoutNetwork() {
        Runtime.getRuntime().halt(STATUS);
        return new Error();
    }
}
