package org.sockeye.labs.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.TracedFrame;

/** Chooses the frames that explain a failure, one a packet. */
final class Frames {

    private Frames() {
    }

    /** The packets among {@code frames} that carry what a program or peer said; if none does, those that open or end. */
    static List<TracedFrame> concerned(List<TracedFrame> frames) {
        List<TracedFrame> carrying = firstHops(frames).stream().filter(frame -> !said(frame).isEmpty()).toList();
        return carrying.isEmpty() ? firstHops(frames).stream().filter(Frames::isTransport).toList() : carrying;
    }

    /** The last packet that carried what a program or peer said; none if there is none. */
    static List<TracedFrame> last(List<TracedFrame> frames) {
        List<TracedFrame> carrying = concerned(frames);
        return carrying.isEmpty() ? List.of() : List.of(carrying.getLast());
    }

    /** The source line of the student's that sent what the frame carries, or empty. */
    static String place(TracedFrame frame) {
        return said(frame).stream().map(slice -> slice.message().origin()).filter(origin -> !isPeer(origin))
                .map(Origin::place).filter(place -> !place.isEmpty()).findFirst().orElse("");
    }

    /** One line about a frame: where, what, and which line sent it unless that is {@code known}. */
    static String describe(TracedFrame frame, String known) {
        Packet packet = Packet.of(frame);
        String place = place(frame);
        return frame.where() + " " + packet.dissection().protocol() + " " + packet.dissection().info()
                + (place.isEmpty() || place.equals(known) ? "" : ", sent at " + place)
                + (frame.dropped() == null ? "" : " — lost: " + frame.dropped());
    }

    static boolean isPeer(Origin origin) {
        return origin.program().equals(Peers.PROGRAM);
    }

    private static List<MessageSlice> said(TracedFrame frame) {
        return frame.content().messages().stream().filter(slice -> !slice.message().origin().program().equals("stack"))
                .toList();
    }

    private static boolean isTransport(TracedFrame frame) {
        String protocol = Packet.of(frame).dissection().protocol();
        return protocol.equals("TCP") || protocol.equals("UDP") || protocol.equals("ICMP");
    }

    private static List<TracedFrame> firstHops(List<TracedFrame> frames) {
        Map<Integer, TracedFrame> first = new LinkedHashMap<>();
        frames.forEach(frame -> first.putIfAbsent(frame.packet(), frame));
        return List.copyOf(first.values());
    }
}
