package org.sockeye.stack.dissect;

import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.IgmpMessage;
import org.sockeye.stack.wire.Layer;

/** IGMP. */
final class IgmpDissector {

    private IgmpDissector() {
    }

    static void unwrap(Unwrapping to, int offset, int length) {
        Optional<IgmpMessage> parsed = IgmpMessage.parse(to.frame, offset, length);
        if (parsed.isEmpty()) {
            to.malformed(Layer.NETWORK, "IGMP", offset, length, "the IGMP message is cut short");
            return;
        }
        Envelope envelope = parsed.get().describe(to.frame, offset, length);
        to.add(Unwrapping.withStatus(envelope, "igmp.checksum", "igmp.checksum.status"));
        to.protocol = envelope.protocol();
        to.info = envelope.summary();
    }
}
