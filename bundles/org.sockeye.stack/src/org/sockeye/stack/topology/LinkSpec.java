package org.sockeye.stack.topology;

import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.trace.LinkEnd;

/**
 * A link as a topology describes it.
 *
 * @param name the two devices' names, such as "client-s1"; "client-s1-2" is the second link between them
 * @param a one end
 * @param b the other
 * @param radio true if it is radio, false if it is a cable
 * @param options what a run begins with
 */
public record LinkSpec(String name, LinkEnd a, LinkEnd b, boolean radio, LinkOptions options) {

    /** What a run begins with from {@code a} to {@code b}, and unless the options say otherwise also back. */
    public LinkConditions conditions() {
        return options.there();
    }

    /** The same link beginning with other conditions, in both directions. */
    public LinkSpec withConditions(LinkConditions other) {
        return withOptions(options.withBoth(before -> other));
    }

    public LinkSpec withOptions(LinkOptions other) {
        return new LinkSpec(name, a, b, radio, other);
    }
}
