package org.sockeye.drill.assertion;

import java.util.Optional;

/** Where a block finds values that it did not compute itself. */
@FunctionalInterface
public interface Names {

    /** The value of that name now, or empty if there is none. */
    Optional<Long> value(String name);
}
