package org.sockeye.stack.dissect;

import java.util.List;
import java.util.stream.Stream;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;

/** What is said about a segment beyond what stands in its header. */
final class TcpFields {

    static final Field STREAM = number("tcp.stream", "Stream",
            "Which connection of the capture this is, counted from 0; not sent, but counted by whoever looks on.");
    static final Field LENGTH = number("tcp.len", "Segment Length", "Bytes of payload.");
    static final Field SEQUENCE = number("tcp.seq", "Sequence Number",
            "The number of the first byte of payload, counted from the sender's first one (its SYN's).");
    static final Field NEXT_SEQUENCE = number("tcp.nxtseq", "Next Sequence Number",
            "The sequence number that the next segment should have; SYN and FIN count one.");
    static final Field ACKNOWLEDGMENT = number("tcp.ack", "Acknowledgment Number",
            "The number of the byte expected next, counted from the receiver's first one.");
    static final Field WINDOW = number("tcp.window_size", "Calculated Window",
            "How many more bytes the sender of this segment is ready to receive, after scaling. RFC 7323, section 2.");
    static final Field TIME = time("tcp.time_relative", "Time since First Segment",
            "Since the first segment of this connection.");
    static final Field PAUSE = time("tcp.time_delta", "Time since Previous Segment",
            "Since the segment before it, of either direction, of this connection.");
    static final Field ACKNOWLEDGED = number("tcp.analysis.acks_frame", "Acknowledges Frame",
            "The frame whose last byte this segment acknowledges.");
    static final Field ROUND_TRIP = time("tcp.analysis.ack_rtt", "Round-Trip Time",
            "How long after that frame, as seen on this link: from where the frame is caught to the receiver and back.");
    static final Field DUPLICATE = number("tcp.analysis.duplicate_ack_num", "Duplicate Acknowledgment Number",
            "How many times the same has been acknowledged again so far; the third makes the sender act. RFC 5681, 3.2.");
    static final Field ORIGINAL = number("tcp.analysis.duplicate_ack_frame", "Duplicate of Frame",
            "The frame that acknowledged it first.");
    static final Field ANALYSIS = flag("tcp.analysis.flags", "Analysis", "Something stands out about this segment.");

    private static final List<Field> REMARKS = List.of(
            flag("tcp.analysis.retransmission", "Retransmission",
                    "These bytes have been sent before: no acknowledgment came in time. RFC 6298."),
            flag("tcp.analysis.fast_retransmission", "Fast Retransmission",
                    "Sent again at once, because duplicate acknowledgments told of a gap. RFC 5681, section 3.2."),
            flag("tcp.analysis.spurious_retransmission", "Spurious Retransmission",
                    "These bytes had been acknowledged already."),
            flag("tcp.analysis.out_of_order", "Out of Order", "This segment was overtaken by a later one."),
            flag("tcp.analysis.reused_ports", "Ports Reused", "A new connection between the same ports as one before."),
            flag("tcp.analysis.lost_segment", "Previous Segment Missing",
                    "The segment before this one has not been seen here."),
            flag("tcp.analysis.ack_lost_segment", "Acknowledged Unseen Segment",
                    "Acknowledges bytes that have not been seen here."),
            flag("tcp.analysis.window_update", "Window Update", "Says nothing but that there is more (or less) room."),
            flag("tcp.analysis.window_full", "Window Full", "Fills all the room that the receiver has granted."),
            flag("tcp.analysis.keep_alive", "Keep-Alive", "Asks whether the other side is still there."),
            flag("tcp.analysis.keep_alive_ack", "Keep-Alive Acknowledgment", "Answers that it is still there."),
            flag("tcp.analysis.duplicate_ack", "Duplicate Acknowledgment",
                    "Acknowledges the same again: something arrived behind a gap. RFC 5681, section 2."),
            flag("tcp.analysis.zero_window_probe", "Zero-Window Probe",
                    "One byte to find out whether there is room again. RFC 9293, section 3.8.6.1."),
            flag("tcp.analysis.zero_window", "Zero Window", "The receiver has no room left; the sender must wait."),
            flag("tcp.analysis.zero_window_probe_ack", "Zero-Window Probe Acknowledgment",
                    "Answers that there is still no room."));

    private TcpFields() {
    }

    static List<Field> all() {
        return FieldTable.join(List.of(STREAM, LENGTH, SEQUENCE, NEXT_SEQUENCE, ACKNOWLEDGMENT, WINDOW, TIME, PAUSE,
                ACKNOWLEDGED, ROUND_TRIP, DUPLICATE, ORIGINAL, ANALYSIS), REMARKS);
    }

    /** The names of all remarks, in the order in which Wireshark puts them together. */
    static List<String> remarks() {
        return REMARKS.stream().map(Field::name).toList();
    }

    /** @throws java.util.NoSuchElementException if there is no such remark */
    static Field remark(String name) {
        return Stream.concat(REMARKS.stream(), Stream.of(ANALYSIS)).filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Field number(String name, String label, String meaning) {
        return new Field(name, label, 0, 0, Format.DECIMAL, meaning);
    }

    private static Field time(String name, String label, String meaning) {
        return new Field(name, label, 0, 0, Format.TEXT, meaning);
    }

    private static Field flag(String name, String label, String meaning) {
        return new Field(name, label, 0, 0, Format.FLAG, meaning);
    }
}
