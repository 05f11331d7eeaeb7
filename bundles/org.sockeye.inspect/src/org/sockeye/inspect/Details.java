package org.sockeye.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.FieldTree;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;

/** Opens a frame: nests its envelopes, and its fields by the bits they touch. */
final class Details {

    private Details() {
    }

    static PacketDetail detail(PacketRow row, TracedFrame frame, Dissection dissection, List<TracedFrame> hops) {
        Doll inner = null;
        List<Envelope> envelopes = dissection.envelopes();
        for (int i = envelopes.size() - 1; i >= 0; i--) {
            inner = doll(envelopes.get(i), inner);
        }
        if (inner == null) {
            throw new IllegalStateException("frame " + frame.number() + " has no physical envelope");
        }
        return new PacketDetail(row, frame.content().bytes(), inner, List.of(), frame.content().messages());
    }

    private static Doll doll(Envelope envelope, @Nullable Doll inner) {
        return new Doll(envelope.layer(), envelope.protocol(), envelope.summary(), envelope.offset(),
                envelope.headerLength(), envelope.payloadLength(), envelope.trailerLength(), nodes(FieldTree.of(envelope.fields())),
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
