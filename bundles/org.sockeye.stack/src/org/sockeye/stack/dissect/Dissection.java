package org.sockeye.stack.dissect;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/**
 * A frame taken apart, with the columns that a packet list shows.
 *
 * @param frame the bytes; not to be changed
 * @param envelopes outermost first; the application's, if any, last. The physical layer's comes first if the frame was
 *        taken from a capture, and is missing if only its bytes were known
 * @param source network address of the sender, or its MAC where there is none
 * @param destination the same of the receiver
 * @param protocol the innermost protocol that has a name of its own, as Wireshark's column shows it; a program's plain
 *        text or data has none, so that it shows as "TCP" or "UDP"
 * @param info one line about what the frame says
 */
public record Dissection(byte[] frame, List<Envelope> envelopes, String source, String destination, String protocol,
        String info) {

    public Dissection {
        envelopes = List.copyOf(envelopes);
    }

    /** The envelope of that layer. */
    public Optional<Envelope> layer(Layer layer) {
        return envelopes.stream().filter(envelope -> envelope.layer() == layer).findFirst();
    }

    /** The envelope of that protocol, by Wireshark's name of it, such as {@code tcp}. */
    public Optional<Envelope> protocol(String filterName) {
        return envelopes.stream().filter(envelope -> envelope.filterName().equals(filterName)).findFirst();
    }

    /** Every value of a field, such as the two of {@code ip.src} of an ICMP error; empty if the frame has none. */
    public List<FieldValue> values(String name) {
        return envelopes.stream().flatMap(envelope -> envelope.fields().stream())
                .filter(value -> value.field().name().equals(name)).toList();
    }
}
