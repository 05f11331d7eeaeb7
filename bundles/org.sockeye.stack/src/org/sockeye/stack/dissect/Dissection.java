package org.sockeye.stack.dissect;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/**
 * A frame taken apart, with the columns that a packet list shows.
 *
 * @param envelopes outermost first; the application's, if any, last
 * @param source network address of the sender, or its MAC where there is none
 * @param destination the same of the receiver
 * @param protocol the innermost protocol's name
 * @param info one line about what the frame says
 */
public record Dissection(List<Envelope> envelopes, String source, String destination, String protocol, String info) {

    public Dissection {
        envelopes = List.copyOf(envelopes);
    }

    /** The envelope of that layer. */
    public Optional<Envelope> layer(Layer layer) {
        return envelopes.stream().filter(envelope -> envelope.layer() == layer).findFirst();
    }

    /** Every value of a field, such as the four of {@code ip.addr}; empty if the frame has none. */
    public List<FieldValue> values(String name) {
        return envelopes.stream().flatMap(envelope -> envelope.fields().stream())
                .filter(value -> value.field().name().equals(name)).toList();
    }
}
