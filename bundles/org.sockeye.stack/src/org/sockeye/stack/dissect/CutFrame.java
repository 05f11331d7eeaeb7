package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;

/**
 * A frame of which only the first bytes were captured. It is taken apart as if zeros stood where nothing is known, so that
 * all lengths fit, and then loses again whatever was read from those.
 */
final class CutFrame {

    /** No link takes larger frames; what claims to have been larger is not worth the memory. */
    private static final int LARGEST = 1 << 18;
    private static final long UNVERIFIED = 2;

    private CutFrame() {
    }

    /** The frame at its length on the wire. */
    static byte[] filledUp(byte[] captured, int originalLength) {
        return Arrays.copyOf(captured, Math.max(captured.length, Math.min(originalLength, LARGEST)));
    }

    /** What is left when all is known to come from the first {@code captured} bytes. */
    static Dissection clipped(Dissection whole, byte[] captured) {
        List<Envelope> envelopes = new ArrayList<>();
        for (Envelope envelope : whole.envelopes()) {
            boolean physical = envelopes.isEmpty();
            if (physical || envelope.offset() < captured.length) {
                envelopes.add(physical ? envelope : clipped(envelope, captured.length));
            }
        }
        return new Dissection(captured, envelopes, whole.source(), whole.destination(), whole.protocol(), whole.info());
    }

    private static Envelope clipped(Envelope envelope, int end) {
        boolean cut = envelope.offset() + envelope.headerLength() + envelope.payloadLength()
                + envelope.trailerLength() > end;
        if (!cut) {
            return envelope;
        }
        List<FieldValue> fields = new ArrayList<>();
        for (FieldValue field : envelope.fields()) {
            if (field.offset() + field.length() <= end) {
                fields.add(isUncertain(field, envelope)
                        ? field.as(UNVERIFIED, UNVERIFIED + " (unverified)")
                        : field.field().name().equals("data.len") ? field.as((long) end - envelope.offset(), "")
                                : field);
            } else if (field.value() instanceof byte[] bytes && field.offset() < end) {
                byte[] first = Arrays.copyOf(bytes, end - field.offset());
                fields.add(new FieldValue(field.field(), first, field.text(), field.bitOffset(), first.length * 8));
            }
        }
        int header = Math.min(envelope.headerLength(), end - envelope.offset());
        int payload = Math.min(envelope.payloadLength(), end - envelope.offset() - header);
        List<String> problems = envelope.problems().stream().filter(problem -> !problem.startsWith("bad ")).toList();
        return new Envelope(envelope.layer(), envelope.protocol(), envelope.filterName(), envelope.summary(),
                envelope.offset(), header, payload, 0, fields, problems);
    }

    /** The status of a checksum over bytes that are missing; that of IPv4 covers its header only. */
    private static boolean isUncertain(FieldValue field, Envelope envelope) {
        return field.field().name().endsWith("checksum.status") && !envelope.filterName().equals("ip")
                && !Long.valueOf(3).equals(field.value());
    }
}
