package org.sockeye.stack.dissect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;
import org.sockeye.stack.wire.SnapHeader;
import org.sockeye.stack.wire.WifiFrame;

/** 802.11, and which network protocol it carries. */
final class WifiDissector {

    private static final String FLAGS = "opmPRMFT";

    private WifiDissector() {
    }

    /** @param fcsLength 4 if the frame was captured with its frame check sequence */
    static void unwrap(Unwrapping to, int fcsLength) {
        byte[] frame = to.frame;
        boolean checked = fcsLength == WifiFrame.FCS_LENGTH;
        // As with Ethernet, a sequence that is not there is made up and left out again.
        byte[] whole = checked ? frame : Arrays.copyOf(frame, frame.length + WifiFrame.FCS_LENGTH);
        Optional<WifiFrame> parsed = WifiFrame.parse(whole);
        if (parsed.isEmpty()) {
            to.malformed(Layer.LINK, "802.11", 0, frame.length, "the frame is too short for the header of its kind");
            return;
        }
        WifiFrame header = parsed.get();
        Envelope envelope = header.describe(whole);
        boolean right = checked && envelope.problems().isEmpty();
        to.add(checked ? Unwrapping.withStatus(envelope, "wlan.fcs", "wlan.fcs.status") : withoutFcs(envelope));
        to.protocol = "802.11";
        to.info = header.info() + ", Flags=" + flags(header.flags()) + (checked ? right ? "C" : "." : "");
        int offset = header.headerLength();
        int length = whole.length - offset - WifiFrame.FCS_LENGTH;
        if (!header.isData()) {
            to.destination = header.receiver() + " (RA)";
        } else {
            to.source = LinkDissector.name(header.source());
            to.destination = LinkDissector.name(header.destination());
        }
        if (header.hasPayload()) {
            payload(to, offset, length);
        } else if (length > 0) {
            to.add(ApplicationDissector.data(Layer.LINK, frame, offset, length));
        }
    }

    private static void payload(Unwrapping to, int offset, int length) {
        Optional<SnapHeader> parsed = SnapHeader.parse(to.frame, offset, length);
        if (parsed.isEmpty()) {
            to.add(ApplicationDissector.data(Layer.NETWORK, to.frame, offset, length));
            return;
        }
        int type = parsed.get().type();
        int inside = offset + SnapHeader.LENGTH;
        int own = EtherTypes.length(type, to.frame, inside, length - SnapHeader.LENGTH);
        to.add(parsed.get().describe(to.frame, offset, own));
        EtherTypes.unwrap(to, type, inside, own);
    }

    private static String flags(int flags) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < FLAGS.length(); i++) {
            text.append((flags & 0x80 >> i) != 0 ? FLAGS.charAt(i) : '.');
        }
        return text.toString();
    }

    private static Envelope withoutFcs(Envelope envelope) {
        List<FieldValue> fields = envelope.fields().stream().filter(field -> !field.field().name().equals("wlan.fcs"))
                .toList();
        return new Envelope(envelope.layer(), envelope.protocol(), envelope.filterName(), envelope.summary(),
                envelope.offset(), envelope.headerLength(), envelope.payloadLength(),
                envelope.trailerLength() - EthernetFrame.FCS_LENGTH, fields, List.of());
    }
}
