package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/** A frame while it is taken apart: what has been found so far. Columns are set by each layer and kept by the last. */
final class Unwrapping {

    /** What Wireshark calls anything it cannot read. */
    static final String MALFORMED = "_ws.malformed";

    private static final String STATUS_MEANING = "Whether the checksum is right: 1 good, 0 bad, 2 not verified, 3 none was computed by the sender.";

    final byte[] frame;
    final TcpContext context;
    final List<Envelope> envelopes = new ArrayList<>();
    String source = "";
    String destination = "";
    String protocol = "Frame";
    String info = "";

    Unwrapping(byte[] frame, TcpContext context) {
        this.frame = frame;
        this.context = context;
    }

    void add(Envelope envelope) {
        envelopes.add(envelope);
    }

    /** A part that contradicts itself or is cut short: all its bytes are shown, and why they cannot be read. */
    void malformed(Layer layer, String name, int offset, int length, String problem) {
        protocol = name;
        info = "[Malformed Packet: " + problem + "]";
        envelopes.add(new Envelope(layer, name, MALFORMED, "malformed: " + problem, offset, length, 0, 0, List.of(),
                List.of(problem)));
    }

    /** The same envelope with other fields. */
    static Envelope with(Envelope envelope, List<FieldValue> fields) {
        return new Envelope(envelope.layer(), envelope.protocol(), envelope.filterName(), envelope.summary(),
                envelope.offset(), envelope.headerLength(), envelope.payloadLength(), envelope.trailerLength(), fields,
                envelope.problems());
    }

    /** The envelope with a field behind its checksum that tells whether that is right. */
    static Envelope withStatus(Envelope envelope, String checksum, String status) {
        boolean bad = envelope.problems().stream().anyMatch(problem -> problem.startsWith("bad "));
        List<FieldValue> fields = new ArrayList<>();
        for (FieldValue field : envelope.fields()) {
            fields.add(field);
            if (field.field().name().equals(checksum)) {
                boolean none = status.startsWith("udp") && Long.valueOf(0).equals(field.value());
                fields.add(status(status, none ? 3 : bad ? 0 : 1));
            }
        }
        return with(envelope, fields);
    }

    /** Whether a checksum is right: 1 good, 0 bad, 2 not verified, 3 none was computed by the sender. */
    static FieldValue status(String name, int status) {
        FieldValue value = Derived.number(name, "Checksum Status", status, STATUS_MEANING);
        return value.meaning(switch (status) {
            case 0 -> "bad";
            case 1 -> "good";
            case 3 -> "not present";
            default -> "unverified";
        });
    }

    Dissection end() {
        return new Dissection(frame, envelopes, source, destination, protocol, info);
    }
}
