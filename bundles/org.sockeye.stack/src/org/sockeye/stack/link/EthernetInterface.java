package org.sockeye.stack.link;

import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.Transmitter;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.MacAddress;

/** A host's or router's network card: wraps payloads in frames, and takes from frames what is for it. */
public final class EthernetInterface extends Card {

    /** The most that a payload on a cable may have (RFC 894). */
    public static final int MAXIMUM_PAYLOAD = 1500;

    private static final long GROUP = 1L << 40;
    private static final int SHORTEST = EthernetFrame.HEADER_LENGTH + EthernetFrame.FCS_LENGTH;

    private final EventQueue events;
    private final Trace trace;
    private final Transmitter transmitter;

    /** An interface at {@code end} of {@code cable}. */
    public EthernetInterface(LinkEnd end, MacAddress address, int maximumPayload, Cable cable, EventQueue events,
            Trace trace) {
        super(end, address, maximumPayload);
        this.events = events;
        this.trace = trace;
        this.transmitter = cable.plug(end, this::receive);
    }

    @Override
    public void send(MacAddress destination, int type, Content payload) {
        Content frame = payload.framed(EthernetFrame.HEADER_LENGTH, EthernetFrame.trailer(payload.length()));
        new EthernetFrame(destination, address, type).seal(frame.array(), frame.offset(), frame.length());
        transmitter.send(frame);
    }

    private void receive(Content frame) {
        if (!FrameCheck.passes(frame)) {
            trace.note(events.now(), end.device(), frame.frame(),
                    "dropped at " + end.device() + ": bad frame check sequence");
            return;
        }
        byte[] bytes = frame.bytes();
        long destination = MacAddress.bits(bytes, 0);
        boolean mine = destination == address.bits();
        if (mine || (destination & GROUP) != 0) {
            receiver.payload(EthernetFrame.type(bytes), !mine,
                    frame.part(EthernetFrame.HEADER_LENGTH, bytes.length - SHORTEST));
        }
    }
}
