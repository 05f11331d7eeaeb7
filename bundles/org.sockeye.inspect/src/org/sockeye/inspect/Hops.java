package org.sockeye.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Note;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Layer;

/** Follows one packet through the network and tells in a sentence what each device did with it. */
final class Hops {

    /** What a device got and what it sent on. */
    private static final class Visit {

        private final String device;
        private @Nullable TracedFrame in;
        private final List<TracedFrame> out = new ArrayList<>();

        Visit(String device) {
            this.device = device;
        }
    }

    private final NetworkPicture network;
    private final List<Note> notes;
    private final Function<TracedFrame, Dissection> dissect;

    /**
     * @param network what the devices are
     * @param notes what has been said about the packet's frames
     * @param dissect takes a frame apart
     */
    Hops(NetworkPicture network, List<Note> notes, Function<TracedFrame, Dissection> dissect) {
        this.network = network;
        this.notes = notes;
        this.dissect = dissect;
    }

    /**
     * The way of a packet.
     *
     * @param frames all its frames, in order
     * @param selected the one that is looked at
     */
    List<Hop> of(List<TracedFrame> frames, TracedFrame selected) {
        Map<String, Visit> visits = new LinkedHashMap<>();
        for (TracedFrame frame : frames) {
            visits.computeIfAbsent(frame.from().device(), Visit::new).out.add(frame);
            Visit end = visits.computeIfAbsent(frame.to().device(), Visit::new);
            if (end.in == null || frame.number() == selected.number()) {
                end.in = frame;
            }
        }
        return visits.values().stream().map(visit -> hop(visit, selected)).toList();
    }

    private Hop hop(Visit visit, TracedFrame selected) {
        TracedFrame in = visit.in;
        if (!visit.out.isEmpty()) {
            TracedFrame out = visit.out.stream().filter(frame -> frame.number() == selected.number()).findFirst()
                    .orElse(visit.out.getFirst());
            if (in == null || in.from().device().equals(visit.device)) {
                return hop(visit.device, out, layers(dissect.apply(out)), origin(out));
            }
            Layer top = kind(visit.device, in, out).top();
            String dropped = out.dropped();
            if (dropped != null && dropped.startsWith("dropped at " + visit.device)) {
                return hop(visit.device, out, upTo(top), dropped);
            }
            return hop(visit.device, out, upTo(top),
                    HopChanges.sentence(visit.out, dissect.apply(in), dissect.apply(out)));
        }
        if (in == null) {
            throw new IllegalStateException(visit.device + " neither got nor sent anything");
        }
        String dropped = in.dropped();
        if (dropped != null) {
            return hop(visit.device, in, List.of(), "nothing arrived: " + dropped);
        }
        return end(visit.device, in);
    }

    private Hop hop(String device, TracedFrame frame, List<Layer> opened, String sentence) {
        boolean sent = frame.from().device().equals(device);
        String said = notes.stream().filter(note -> note.device().equals(device)).map(note -> "; " + note.text())
                .collect(Collectors.joining());
        return new Hop(device, frame.number(), sent ? frame.sent() : frame.arrived(), opened,
                device + ": " + sentence + said);
    }

    private static String origin(TracedFrame out) {
        List<MessageSlice> messages = out.content().messages();
        if (messages.isEmpty()) {
            return "sent by the network itself, no program's message in it";
        }
        return messages.stream().map(slice -> "message " + slice.message().number()
                + (slice.length() < slice.message().length() ? ", bytes " + slice.messageOffset() + " to "
                        + (slice.messageOffset() + slice.length() - 1) : "")
                + " of " + slice.message().origin().program()
                + (slice.message().origin().place().isEmpty() ? "" : " (" + slice.message().origin().place() + ")"))
                .distinct().collect(Collectors.joining(" and ", "wrapped ", ""));
    }

    private Hop end(String device, TracedFrame in) {
        Dissection dissection = dissect.apply(in);
        if (kind(device, in, in) == DeviceKind.SWITCH) {
            return hop(device, in, upTo(Layer.LINK), "read the Ethernet addresses and sent it no further");
        } else if (!isFor(device, dissection)) {
            return hop(device, in, upTo(Layer.LINK), "not addressed to it, so not opened beyond Ethernet");
        }
        List<String> opened = dissection.envelopes().stream().filter(envelope -> envelope.layer() != Layer.PHYSICAL)
                .filter(envelope -> envelope.layer() != Layer.APPLICATION).map(Envelope::protocol).toList();
        String what = dissection.layer(Layer.APPLICATION)
                .map(message -> " and handed up " + bytes(message)).orElse("");
        return hop(device, in, layers(dissection), "unwrapped " + String.join(", ", opened) + what);
    }

    private static String bytes(Envelope message) {
        int length = message.headerLength() + message.payloadLength();
        return message.protocol() + ", " + length + (length == 1 ? " byte" : " bytes");
    }

    /** Whether the datagram in it, if any, is for one of the device's addresses; true if those are not known. */
    private boolean isFor(String device, Dissection frame) {
        List<String> addresses = network.device(device).map(NetworkPicture.Device::addresses).orElse(List.of());
        return addresses.isEmpty() || frame.protocol("ip").isEmpty() || frame.destination().startsWith("127.")
                || frame.destination().equals("255.255.255.255") || addresses.contains(frame.destination())
                || frame.destination().matches("2(2[4-9]|3\\d)\\..*");
    }

    /** What the device is: as the picture says, or as its deeds do, if it is not in there. */
    private DeviceKind kind(String device, TracedFrame in, TracedFrame out) {
        boolean unchanged = Arrays.equals(in.content().bytes(), out.content().bytes());
        return network.device(device).map(NetworkPicture.Device::kind)
                .orElse(in == out ? DeviceKind.HOST : unchanged ? DeviceKind.SWITCH : DeviceKind.ROUTER);
    }

    private static List<Layer> layers(Dissection frame) {
        Layer top = frame.envelopes().stream().map(Envelope::layer).min(Layer::compareTo).orElse(Layer.PHYSICAL);
        return upTo(top);
    }

    private static List<Layer> upTo(Layer top) {
        return List.of(Layer.values()).subList(top.ordinal(), Layer.values().length);
    }
}
