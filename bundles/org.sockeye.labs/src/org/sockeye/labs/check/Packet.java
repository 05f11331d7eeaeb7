package org.sockeye.labs.check;

import java.util.Arrays;
import java.util.Optional;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.Dissector;
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
        return dissection.envelopes().stream().anyMatch(envelope -> envelope.filterName().equals(protocol));
    }
}
