package org.sockeye.stack.link;

import org.sockeye.stack.physical.Transmitter;

/**
 * A port of a switch.
 *
 * @param name such as "p1"
 * @param vlans which virtual LANs it is part of
 * @param transmitter sends away from there
 */
record SwitchPort(String name, PortVlans vlans, Transmitter transmitter) {
}
