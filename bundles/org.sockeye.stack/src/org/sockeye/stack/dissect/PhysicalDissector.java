package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/** The outermost envelope: the frame as bits on a wire, with what the capture knows about it (Wireshark's "Frame"). */
final class PhysicalDissector {

    private PhysicalDissector() {
    }

    static Envelope describe(CapturedFrame frame) {
        int length = frame.bytes().length;
        List<FieldValue> fields = new ArrayList<>();
        fields.add(Derived.number("frame.number", "Frame Number", frame.number(), "Counts the frames of a capture from 1."));
        fields.add(time("frame.time_epoch", "Time", frame.time(),
                "When its first bit was sent, since the capture's zero: for a simulated network, the start of the run."));
        fields.add(time("frame.time_relative", "Time since first frame", frame.time() - frame.first(),
                "When its first bit was sent, since that of the capture's first frame."));
        fields.add(Derived.number("frame.len", "Length on the wire", frame.originalLength(),
                "Bytes that were sent, with the frame check sequence."));
        fields.add(Derived.number("frame.cap_len", "Length captured", length,
                "Bytes that the capture holds; fewer than were sent if it was cut."));
        if (!frame.interfaceName().isEmpty()) {
            fields.add(Derived.text("frame.interface_name", "Interface", frame.interfaceName(),
                    "The end of the link that sent it: a device and its interface."));
        }
        for (String comment : frame.comments()) {
            fields.add(Derived.text("frame.comment", "Comment", comment,
                    "What the bytes cannot say: which program and source line sent this, or why it was dropped."));
        }
        String summary = frame.originalLength() + " bytes (" + frame.originalLength() * 8L + " bits) on the wire";
        List<String> problems = length < frame.originalLength()
                ? List.of("cut off: only " + length + " of " + frame.originalLength() + " bytes were captured")
                : List.of();
        return new Envelope(Layer.PHYSICAL, "Frame", "frame", summary, 0, 0, length, 0, fields, problems);
    }

    private static FieldValue time(String name, String label, long time, String meaning) {
        String seconds = seconds(time);
        return Derived.value(name, label, Format.TEXT, seconds, seconds + " seconds", meaning);
    }

    /** Seconds with nine decimals, as tshark prints them. */
    private static String seconds(long nanoseconds) {
        long rest = Math.abs(nanoseconds % 1_000_000_000);
        String sign = nanoseconds < 0 ? "-" : "";
        return sign + Math.abs(nanoseconds / 1_000_000_000) + "." + Long.toString(1_000_000_000 + rest).substring(1);
    }
}
