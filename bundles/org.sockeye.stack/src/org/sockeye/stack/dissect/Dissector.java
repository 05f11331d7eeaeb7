package org.sockeye.stack.dissect;

import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.EthernetFrame;

/**
 * Takes a frame apart. Keeps nothing from one frame to the next; what only earlier frames can tell comes in as a
 * {@link TcpContext}. Never throws, whatever the bytes are: a malformed part is a problem of its envelope.
 */
public final class Dissector {

    /** An Ethernet frame with its frame check sequence, and nothing else known. */
    public Dissection dissect(byte[] frame) {
        Unwrapping unwrapping = new Unwrapping(frame, TcpContext.NONE);
        LinkDissector.unwrap(unwrapping, EthernetFrame.FCS_LENGTH);
        return unwrapping.end();
    }

    /** A frame of a capture; the physical layer's envelope says what the capture knows. */
    public Dissection dissect(CapturedFrame frame, TcpContext context) {
        byte[] bytes = frame.isCut() ? CutFrame.filledUp(frame.bytes(), frame.originalLength()) : frame.bytes();
        Unwrapping unwrapping = new Unwrapping(bytes, context);
        unwrapping.add(PhysicalDissector.describe(frame));
        if (frame.linkType() == CapturedFrame.ETHERNET) {
            LinkDissector.unwrap(unwrapping, frame.fcsLength());
        } else if (frame.linkType() == CapturedFrame.WIFI) {
            WifiDissector.unwrap(unwrapping, frame.fcsLength());
        } else {
            OtherLinks.unwrap(unwrapping, frame.linkType());
        }
        return frame.isCut() ? CutFrame.clipped(unwrapping.end(), frame.bytes()) : unwrapping.end();
    }
}
