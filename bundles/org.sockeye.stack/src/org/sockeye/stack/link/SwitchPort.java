package org.sockeye.stack.link;

import org.sockeye.stack.physical.Transmitter;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.VlanTag;

/**
 * A port of a switch.
 *
 * @param name such as "p1"
 * @param vlans which virtual LANs it is part of
 * @param maximumPayload what a frame on its link may carry, in bytes
 * @param transmitter sends away from there
 */
record SwitchPort(String name, PortVlans vlans, int maximumPayload, Transmitter transmitter) {

    private static final int WRAPPING = EthernetFrame.HEADER_LENGTH + EthernetFrame.FCS_LENGTH;

    /** Whether a frame fits the link; a tag does not count (IEEE 802.3-2018, section 3.2.7). */
    boolean takes(Content frame) {
        int length = frame.length() - WRAPPING;
        return length <= maximumPayload
                || length - VlanTag.LENGTH <= maximumPayload && Tagging.isTagged(frame.bytes());
    }
}
