package org.sockeye.labs.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockeye.labs.story.Quoted;
import org.sockeye.stack.dissect.Conversations;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.Dissector;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/**
 * A frame with its layers.
 *
 * @param frame as traced
 * @param dissection its layers
 */
public record Packet(TracedFrame frame, Dissection dissection) {

    /** All frames of a trace, with what earlier segments of a connection tell about later ones. */
    static List<Packet> all(List<TracedFrame> trace) {
        Conversations conversations = new Conversations();
        Dissector dissector = new Dissector();
        List<Packet> packets = new ArrayList<>();
        for (TracedFrame frame : trace) {
            CapturedFrame captured = CapturedFrame.of(frame, trace.getFirst().sent());
            packets.add(new Packet(frame, dissector.dissect(captured, conversations.follow(captured))));
        }
        return packets;
    }

    /** A frame by itself. */
    static Packet of(TracedFrame frame) {
        return new Packet(frame, new Dissector().dissect(frame.content().bytes()));
    }

    /** What the transport layer carries; empty if there is no transport layer. */
    public byte[] payload() {
        Optional<Envelope> transport = dissection.layer(Layer.TRANSPORT);
        if (transport.isEmpty()) {
            return new byte[0];
        }
        int start = transport.get().offset() + transport.get().headerLength();
        return Arrays.copyOfRange(frame.content().bytes(), start, start + transport.get().payloadLength());
    }

    /** True if a field of that name has that value, as in {@code has("tcp.flags.syn", true)}. */
    public boolean has(String field, Object value) {
        return dissection.values(field).stream().map(FieldValue::value).anyMatch(value::equals);
    }

    /** True if there is a layer of that protocol, by its filter name, such as "tcp". */
    public boolean is(String protocol) {
        return dissection.protocol(protocol).isPresent();
    }

    /** True if this is the first link that the packet crosses. */
    boolean isFirstHop() {
        return frame.packet() == frame.number();
    }

    /** True if it carries something that a program or a peer has said. */
    boolean carriesMessage() {
        return speakers().findFirst().isPresent();
    }

    /** The source line of that program that sent what it carries, or empty. */
    String place(String program) {
        return speakers().filter(origin -> origin.program().equals(program)).map(Origin::place)
                .filter(place -> !place.isEmpty()).findFirst().orElse("");
    }

    /** One line: where, what, the text that it carries, and which line sent it unless that is {@code known}. */
    String describe(String known) {
        byte[] payload = payload();
        String place = speakers().filter(origin -> !origin.program().equals(Peers.PROGRAM)).map(Origin::place)
                .findFirst()
                .orElse("");
        return frame.where() + " " + dissection.protocol() + " " + dissection.info()
                + (carriesMessage() && payload.length > 0 ? " " + Quoted.bytes(payload) : "")
                + (place.isEmpty() || place.equals(known) ? "" : ", sent at " + place);
    }

    private Stream<Origin> speakers() {
        return frame.content().messages().stream().map(MessageSlice::message).map(Message::origin)
                .filter(origin -> !origin.program().equals("stack"));
    }
}
