package org.sockeye.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.FieldTree;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/** Opens a frame: nests its envelopes, and its fields by the bits they touch. */
final class Details {

    private Details() {
    }

    /** The outermost of the frame's boxes. */
    static Doll dolls(TracedFrame frame, Dissection dissection) {
        Doll inner = null;
        List<Envelope> envelopes = dissection.envelopes();
        for (int i = envelopes.size() - 1; i >= 0; i--) {
            Envelope envelope = envelopes.get(i);
            inner = doll(envelope, envelope.layer() == Layer.PHYSICAL ? physical(frame) : envelope.summary(), inner);
        }
        if (inner == null) {
            throw new IllegalStateException("frame " + frame.number() + " has no physical envelope");
        }
        return inner;
    }

    private static String physical(TracedFrame frame) {
        String end = frame.dropped() == null ? ", arrived " + SimulatedTime.text(frame.arrived())
                : ", dropped: " + frame.dropped();
        return frame.content().bytes().length * 8L + " bits " + frame.where() + ", sent "
                + SimulatedTime.text(frame.sent())
                + end;
    }

    private static Doll doll(Envelope envelope, String summary, @Nullable Doll inner) {
        return new Doll(envelope.layer(), envelope.protocol(), summary, envelope.offset(), envelope.headerLength(),
                envelope.payloadLength(), envelope.trailerLength(), nodes(FieldTree.of(envelope.fields())),
                envelope.problems(), inner);
    }

    private static List<FieldNode> nodes(List<FieldTree> trees) {
        return trees.stream().map(tree -> {
            FieldValue value = tree.value();
            return new FieldNode(value.field().name(), value.field().label(), value.text(), value.field().meaning(),
                    value.offset(), value.length(), nodes(tree.parts()));
        }).toList();
    }
}
