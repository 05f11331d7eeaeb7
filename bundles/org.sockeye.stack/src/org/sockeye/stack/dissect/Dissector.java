package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.Envelope;

/**
 * Takes a frame apart. Keeps nothing from one frame to the next; what only earlier frames can tell comes in as a
 * {@link TcpContext}. Never throws, whatever the bytes are: a malformed part is a problem of its envelope.
 */
public final class Dissector {

    /** An Ethernet frame with its frame check sequence, and nothing else known. */
    public Dissection dissect(byte[] frame) {
        return assemble(new ArrayList<>(), frame, 4, TcpContext.NONE);
    }

    /** A frame of a capture; the physical layer's envelope says what the capture knows. */
    public Dissection dissect(CapturedFrame frame, TcpContext context) {
        List<Envelope> envelopes = new ArrayList<>();
        envelopes.add(PhysicalDissector.describe(frame));
        return assemble(envelopes, frame.bytes(), frame.fcsLength(), context);
    }

    private Dissection assemble(List<Envelope> envelopes, byte[] frame, int fcsLength, TcpContext context) {
        return new Dissection(frame, envelopes, "", "", "Frame", frame.length + " bytes");
    }
}
