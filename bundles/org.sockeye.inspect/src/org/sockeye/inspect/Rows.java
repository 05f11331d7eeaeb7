package org.sockeye.inspect;

import java.util.List;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Layer;

/** Makes rows of frames. */
final class Rows {

    private Rows() {
    }

    static PacketRow row(TracedFrame frame, Dissection dissection) {
        List<Envelope> envelopes = dissection.envelopes();
        Layer top = envelopes.isEmpty() ? Layer.PHYSICAL : envelopes.get(envelopes.size() - 1).layer();
        return new PacketRow(frame.number(), frame.packet(), frame.sent(), SimulatedTime.text(frame.sent()),
                frame.where(),
                dissection.source(), dissection.destination(), dissection.protocol(), frame.content().bytes().length,
                dissection.info(), top,
                frame.dropped(), envelopes.stream().flatMap(envelope -> envelope.problems().stream()).toList(),
                frame.content().messages().stream().map(slice -> slice.message().origin())
                        .filter(origin -> !origin.place().isEmpty()).distinct().toList());
    }
}
