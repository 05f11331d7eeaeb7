package org.sockeye.drill.run;

import org.jspecify.annotations.Nullable;

/** A system call under way: tried when it is made, and again whenever something has happened, until it is done. */
@FunctionalInterface
interface Attempt {

    /** The result, or null if the call still has to wait. */
    @Nullable
    Result now() throws Mismatch;

    /** When the call gives up waiting, in nanoseconds since the start of the run. */
    default long deadline() {
        return Long.MAX_VALUE;
    }
}
