package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/** The outermost envelope: the frame as bits on a wire, with what the capture knows about it (Wireshark's "Frame"). */
final class PhysicalDissector {

    private static final Field NUMBER = field("number", "Frame Number", Format.DECIMAL,
            "Counts the frames of a capture from 1.");
    private static final Field TIME = field("time_epoch", "Time", Format.TEXT,
            "When its first bit was sent, since the capture's zero: for a simulated network, the start of the run.");
    private static final Field RELATIVE_TIME = field("time_relative", "Time since first frame", Format.TEXT,
            "When its first bit was sent, since that of the capture's first frame.");
    private static final Field LENGTH = field("len", "Length on the wire", Format.DECIMAL,
            "Bytes that were sent, with the frame check sequence.");
    private static final Field CAPTURED = field("cap_len", "Length captured", Format.DECIMAL,
            "Bytes that the capture holds; fewer than were sent if it was cut.");
    private static final Field INTERFACE = field("interface_name", "Interface", Format.TEXT,
            "The end of the link that sent it: a device and its interface.");
    private static final Field COMMENT = field("comment", "Comment", Format.TEXT,
            "What the bytes cannot say: which program and source line sent this, or why it was dropped.");

    private PhysicalDissector() {
    }

    private static Field field(String name, String label, Format format, String meaning) {
        return new Field("frame." + name, label, 0, 0, format, meaning);
    }

    static List<Field> fields() {
        return List.of(NUMBER, TIME, RELATIVE_TIME, LENGTH, CAPTURED, INTERFACE, COMMENT);
    }

    static Envelope describe(CapturedFrame frame) {
        int length = frame.bytes().length;
        List<FieldValue> fields = new ArrayList<>();
        fields.add(Derived.number(NUMBER, frame.number()));
        fields.add(Derived.time(TIME, frame.time()));
        fields.add(Derived.time(RELATIVE_TIME, frame.time() - frame.first()));
        fields.add(Derived.number(LENGTH, frame.originalLength()));
        fields.add(Derived.number(CAPTURED, length));
        if (!frame.interfaceName().isEmpty()) {
            fields.add(Derived.text(INTERFACE, frame.interfaceName()));
        }
        frame.comments().forEach(comment -> fields.add(Derived.text(COMMENT, comment)));
        String summary = frame.originalLength() + " bytes (" + frame.originalLength() * 8L + " bits) on the wire";
        List<String> problems = length < frame.originalLength()
                ? List.of("cut off: only " + length + " of " + frame.originalLength() + " bytes were captured")
                : List.of();
        return new Envelope(Layer.PHYSICAL, "Frame", "frame", summary, 0, 0, length, 0, fields, problems);
    }
}
