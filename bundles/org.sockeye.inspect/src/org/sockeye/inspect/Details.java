package org.sockeye.inspect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.dissect.Dissection;
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
                envelope.headerLength(), envelope.payloadLength(), envelope.trailerLength(), tree(envelope.fields()),
                envelope.problems(), inner);
    }

    /** A field whose bits lie within those of the one before it becomes a part of it. */
    private static List<FieldNode> tree(List<FieldValue> fields) {
        List<FieldNode> nodes = new ArrayList<>();
        int next = 0;
        while (next < fields.size()) {
            FieldValue field = fields.get(next++);
            int first = next;
            while (next < fields.size() && isPart(fields.get(next), field)) {
                next++;
            }
            nodes.add(new FieldNode(field.field().name(), field.field().label(), field.text(), field.field().meaning(),
                    field.offset(), field.length(), tree(fields.subList(first, next))));
        }
        return nodes;
    }

    private static boolean isPart(FieldValue part, FieldValue whole) {
        return part.bitLength() > 0 && part.bitLength() < whole.bitLength() && part.bitOffset() >= whole.bitOffset()
                && part.bitOffset() + part.bitLength() <= whole.bitOffset() + whole.bitLength();
    }
}
