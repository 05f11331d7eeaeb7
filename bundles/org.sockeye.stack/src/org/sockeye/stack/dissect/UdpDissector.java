package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Layer;
import org.sockeye.stack.wire.UdpHeader;

/** UDP. */
final class UdpDissector {

    static final Field STREAM = new Field("udp.stream", "Stream", 0, 0, Format.DECIMAL,
            "Which pair of ports of the capture this is, counted from 0; not sent, but counted by whoever looks on.");

    private UdpDissector() {
    }

    static void unwrap(Unwrapping to, IpAddress source, IpAddress destination, int offset, int room) {
        to.protocol = "UDP";
        Optional<UdpHeader> parsed = UdpHeader.parse(to.frame, offset, room);
        if (parsed.isEmpty()) {
            to.malformed(Layer.TRANSPORT, "UDP", offset, room,
                    "the UDP header is cut short or its length contradicts the datagram's");
            return;
        }
        UdpHeader header = parsed.get();
        Envelope envelope = Unwrapping.withStatus(
                header.describe(to.frame, offset, source, destination), "udp.checksum",
                "udp.checksum.status");
        to.info = envelope.summary();
        int payload = offset + UdpHeader.LENGTH;
        int length = header.length() - UdpHeader.LENGTH;
        List<FieldValue> fields = new ArrayList<>(envelope.fields());
        if (to.context.stream() >= 0) {
            fields.add(Derived.number(STREAM, to.context.stream()));
        }
        if (length > 0) {
            fields.add(Derived.payload("udp.payload", to.frame, payload, length));
        }
        to.add(Unwrapping.with(envelope, fields));
        ApplicationDissector.datagram(to, header.sourcePort(), header.destinationPort(), payload, length);
    }
}
