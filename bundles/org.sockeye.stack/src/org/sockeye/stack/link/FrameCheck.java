package org.sockeye.stack.link;

import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.EthernetFrame;

/** Whether frames are fit to be looked at: long enough, and with the right check sequence (IEEE 802.3, section 3.4). */
final class FrameCheck {

    private static final int SHORTEST = EthernetFrame.HEADER_LENGTH + EthernetFrame.FCS_LENGTH;

    private FrameCheck() {
    }

    /** Bytes that a switch forwards unchanged are summed up where they arrive first. */
    static boolean passes(Content frame) {
        if (!frame.isVerified()) {
            if (frame.length() < SHORTEST || !EthernetFrame.verify(frame.bytes())) {
                return false;
            }
            frame.verified();
        }
        return true;
    }
}
