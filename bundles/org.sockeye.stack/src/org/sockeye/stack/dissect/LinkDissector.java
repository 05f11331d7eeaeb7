package org.sockeye.stack.dissect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;
import org.sockeye.stack.wire.MacAddress;

/** Ethernet, and which network protocol it carries. */
final class LinkDissector {

    private LinkDissector() {
    }

    /** @param fcsLength 4, 0 if the frame was captured without its frame check sequence, or -1 if nobody knows */
    static void unwrap(Unwrapping to, int fcsLength) {
        byte[] frame = to.frame;
        int known = fcsLength == CapturedFrame.UNKNOWN_FCS ? guessedFcs(frame) : fcsLength;
        // Captures without the sequence are completed for the header's sake, and the sequence is left out again below.
        byte[] whole = known == 0 ? Arrays.copyOf(frame, frame.length + EthernetFrame.FCS_LENGTH) : frame;
        Optional<EthernetFrame> parsed = EthernetFrame.parse(whole);
        if (parsed.isEmpty()) {
            to.malformed(Layer.LINK, "Ethernet", 0, frame.length, "the frame is too short for Ethernet's header");
            return;
        }
        EthernetFrame header = parsed.get();
        to.source = name(header.source());
        to.destination = name(header.destination());
        int offset = EthernetFrame.HEADER_LENGTH;
        int room = whole.length - offset - EthernetFrame.FCS_LENGTH;
        int length = EtherTypes.length(header.type(), frame, offset, room);
        Envelope envelope = header.describe(whole, length);
        to.add(known == 0 ? withoutFcs(envelope) : Unwrapping.withStatus(envelope, "eth.fcs", "eth.fcs.status"));
        EtherTypes.unwrap(to, header.type(), offset, length);
    }

    /** Bytes behind what is needed to fill a frame of the smallest length are taken for the sequence, as Wireshark does. */
    private static int guessedFcs(byte[] frame) {
        int offset = EthernetFrame.HEADER_LENGTH;
        if (frame.length < EthernetFrame.MINIMUM_LENGTH) {
            return 0;
        }
        int type = (frame[12] & 0xff) << 8 | frame[13] & 0xff;
        int room = frame.length - offset;
        return room - EtherTypes.length(type, frame, offset, room) >= EthernetFrame.FCS_LENGTH
                ? EthernetFrame.FCS_LENGTH
                : 0;
    }

    static String name(MacAddress address) {
        return address.equals(MacAddress.BROADCAST) ? "Broadcast" : address.toString();
    }

    private static Envelope withoutFcs(Envelope envelope) {
        List<FieldValue> fields = envelope.fields().stream().filter(LinkDissector::isNoFcs).toList();
        return new Envelope(envelope.layer(), envelope.protocol(), envelope.filterName(), envelope.summary(),
                envelope.offset(), envelope.headerLength(), envelope.payloadLength(),
                envelope.trailerLength() - EthernetFrame.FCS_LENGTH, fields, List.of());
    }

    private static boolean isNoFcs(FieldValue field) {
        return !field.field().name().equals("eth.fcs");
    }
}
