package org.sockeye.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.FieldValue;

/** What a device changed in a packet before it sent it on, and why. */
final class HopChanges {

    private HopChanges() {
    }

    /**
     * Such as "TTL 64→63 (one more router), new MAC addresses (the next link's), checksums recomputed".
     *
     * @param sent all that the device sent of the packet
     * @param before what it got
     * @param after one of what it sent
     */
    static String sentence(List<TracedFrame> sent, Dissection before, Dissection after) {
        List<String> ports = sent.stream().map(frame -> frame.from().port()).distinct().toList();
        String through = "through " + String.join(", ", ports);
        if (Arrays.equals(before.frame(), after.frame())) {
            String why = ports.size() == 1 ? ""
                    : first(before, "eth.dst").equals("ff:ff:ff:ff:ff:ff") ? ", as it is for everyone"
                            : ", as it did not know behind which of them the address is";
            return "sent on unchanged " + through + why;
        }
        List<String> changes = new ArrayList<>();
        add(changes, before, after, "ip.ttl", "TTL", " (one more router)");
        if (differs(before, after, "eth.src") || differs(before, after, "eth.dst")) {
            changes.add("new MAC addresses (the next link's)");
        }
        add(changes, before, after, "ip.src", "source", " (translated)");
        add(changes, before, after, "ip.dst", "destination", " (translated)");
        if (differs(before, after, "ip.frag_offset") || differs(before, after, "ip.flags.mf")) {
            changes.add("cut into fragments (the next link takes no longer ones)");
        }
        if (differs(before, after, "ip.checksum") || differs(before, after, "eth.fcs")) {
            changes.add("checksums recomputed");
        }
        return changes.isEmpty() ? "sent on changed " + through : String.join(", ", changes);
    }

    private static void add(List<String> changes, Dissection before, Dissection after, String field, String label,
            String why) {
        if (differs(before, after, field)) {
            changes.add(label + " " + first(before, field) + "→" + first(after, field) + why);
        }
    }

    private static boolean differs(Dissection before, Dissection after, String field) {
        return !first(before, field).equals(first(after, field));
    }

    /** The field's outermost value; a quoted datagram's ones are not the device's business. */
    private static String first(Dissection frame, String field) {
        return frame.values(field).stream().findFirst().map(FieldValue::text).orElse("");
    }
}
