package org.sockeye.stack.trace;

import org.sockeye.stack.wire.MacAddress;

/**
 * An entry of a switch's table of addresses changed.
 *
 * @param time when, in nanoseconds since the start of the run
 * @param device the switch or access point
 * @param port where the address was heard, such as "p1"
 * @param address whose
 * @param vlan the virtual LAN in which it was heard (IEEE 802.1Q), or 0
 * @param change what happened
 */
public record SwitchEvent(long time, String device, String port, MacAddress address, int vlan,
        Change change) implements TraceEvent {

    /** What happens to entries. */
    public enum Change {
        LEARNED, MOVED, EXPIRED
    }
}
