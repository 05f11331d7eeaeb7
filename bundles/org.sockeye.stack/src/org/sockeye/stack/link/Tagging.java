package org.sockeye.stack.link;

import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.VlanTag;

/** Puts tags of virtual LANs into frames and takes them out; frame check sequence and provenance remain right. */
final class Tagging {

    /** The two addresses, behind which the tag stands. */
    private static final int ADDRESSES = 12;
    /** The shortest frame with a tag. */
    private static final int SHORTEST_TAGGED = EthernetFrame.HEADER_LENGTH + VlanTag.LENGTH + EthernetFrame.FCS_LENGTH;

    private Tagging() {
    }

    /** True if the frame has a tag, and room for it. */
    static boolean isTagged(byte[] frame) {
        return frame.length >= SHORTEST_TAGGED && EthernetFrame.type(frame) == VlanTag.TYPE;
    }

    /** The frame with a tag of that virtual LAN; the same if it has it already. */
    static Content tagged(Content frame, int vlan) {
        byte[] old = frame.bytes();
        if (isTagged(old)) {
            // A tag without a virtual LAN says only how urgent the frame is.
            return VlanTag.vlan(old) == vlan ? frame : tagged(untagged(frame), vlan);
        }
        Content rest = frame.part(ADDRESSES, old.length - ADDRESSES - EthernetFrame.FCS_LENGTH);
        byte[] bytes = new byte[old.length + VlanTag.LENGTH];
        System.arraycopy(old, 0, bytes, 0, ADDRESSES);
        bytes[ADDRESSES] = (byte) (VlanTag.TYPE >> 8);
        bytes[ADDRESSES + 1] = (byte) VlanTag.TYPE;
        new VlanTag(0, false, vlan, 0).put(bytes, ADDRESSES + 2);
        return finished(rest, bytes, ADDRESSES + VlanTag.LENGTH);
    }

    /** The frame without its tag, padded if it is too short then. */
    static Content untagged(Content frame) {
        byte[] old = frame.bytes();
        int start = ADDRESSES + VlanTag.LENGTH;
        Content rest = frame.part(start, old.length - start - EthernetFrame.FCS_LENGTH);
        byte[] bytes = new byte[Math.max(old.length - VlanTag.LENGTH, EthernetFrame.MINIMUM_LENGTH)];
        System.arraycopy(old, 0, bytes, 0, ADDRESSES);
        return finished(rest, bytes, ADDRESSES);
    }

    private static Content finished(Content rest, byte[] bytes, int start) {
        System.arraycopy(rest.bytes(), 0, bytes, start, rest.bytes().length);
        EthernetFrame.putFcs(bytes);
        return rest.wrapped(bytes, start);
    }
}
