package org.sockeye.stack.trace;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.MacAddress;

/**
 * What an interface knows about a neighbour on its link changed: an entry of the ARP table or the neighbour cache.
 *
 * @param time when, in nanoseconds since the start of the run
 * @param device the host or router
 * @param port its interface, such as "eth0"
 * @param address the neighbour's
 * @param mac the neighbour's, or null if nobody answered
 * @param change what happened
 */
public record NeighbourEvent(long time, String device, String port, IpAddress address, @Nullable MacAddress mac,
        Change change) implements TraceEvent {

    /** What happens to entries. */
    public enum Change {
        LEARNED, EXPIRED, FAILED
    }
}
