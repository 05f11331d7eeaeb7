package org.sockeye.stack.topology;

import org.sockeye.stack.link.WifiCell;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.trace.LinkEnd;

/** What an interface of a host or router is plugged into. */
public sealed interface Plug {

    /** The interface's end of its link. */
    LinkEnd end();

    /** The end of a cable. */
    record Wire(LinkEnd end, Cable cable) implements Plug {
    }

    /** A place within reach of an access point. */
    record Air(LinkEnd end, WifiCell cell) implements Plug {
    }
}
