package org.sockeye.agent.door;

/** The end of the process, and of those that it has started, when there is no network any more: at once, without a word. */
final class Ending {

    /** As a process that was told to terminate. */
    private static final int STATUS = 143;

    private Ending() {
    }

    /** Never returns; the return type lets callers say {@code throw}. */
    static Error withoutNetwork() {
        try {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        } finally {
            Runtime.getRuntime().halt(STATUS);
        }
        return new Error();
    }
}
