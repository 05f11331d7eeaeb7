package org.sockeye.stack.link;

import java.util.Arrays;
import java.util.function.Consumer;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.Transmitter;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;

/**
 * Where the simulated network ends and another begins: what arrives here over its link is carried on by somebody else, and
 * what they bring is sent into the network. Outside, frames have no FCS, as operating systems hand them over.
 */
public final class Outside {

    private final LinkEnd end;
    private final EventQueue events;
    private final Trace trace;
    private final Transmitter transmitter;
    private Consumer<byte[]> carrier = frame -> {
    };

    /** The outside at {@code end} of {@code cable}; at first nobody carries anything. */
    public Outside(LinkEnd end, Cable cable, EventQueue events, Trace trace) {
        this.end = end;
        this.events = events;
        this.trace = trace;
        transmitter = cable.plug(end, this::leaves);
    }

    public String name() {
        return end.device();
    }

    /** From now on, {@code outside} gets the frames that leave, without their FCS. */
    public void carry(Consumer<byte[]> outside) {
        carrier = outside;
    }

    /** Sends a frame from outside, which has no FCS, into the network. */
    public void enters(byte[] frame) {
        transmitter.send(Content.of(EthernetFrame.seal(frame)));
    }

    private void leaves(Content frame) {
        byte[] bytes = frame.bytes();
        if (EthernetFrame.verify(bytes)) {
            carrier.accept(Arrays.copyOf(bytes, bytes.length - EthernetFrame.FCS_LENGTH));
        } else {
            trace.note(events.now(), name(), frame.frame(), "dropped at " + name() + ": bad frame check sequence");
        }
    }
}
