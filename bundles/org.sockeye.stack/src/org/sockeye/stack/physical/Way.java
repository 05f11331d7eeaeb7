package org.sockeye.stack.physical;

import java.util.function.Predicate;
import org.sockeye.stack.trace.Content;

/** One direction of a link, as far as all links are alike. */
interface Way {

    LinkConditions conditions();

    void conditions(LinkConditions changed);

    /** Loses the frames that are picked, besides those that chance does. */
    void loseIf(Predicate<Content> picked);
}
