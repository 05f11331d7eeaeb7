package org.sockeye.stack.topology;

import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.trace.LinkEnd;

/**
 * A link as a topology describes it.
 *
 * @param name the two devices' names, such as "client-s1"
 * @param a one end
 * @param b the other
 * @param conditions what a run begins with
 */
public record LinkSpec(String name, LinkEnd a, LinkEnd b, LinkConditions conditions) {

    /** The same link beginning with other conditions. */
    public LinkSpec withConditions(LinkConditions other) {
        return new LinkSpec(name, a, b, other);
    }
}
