package org.sockeye.stack.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.Dissector;
import org.sockeye.stack.dissect.TcpContext;
import org.sockeye.stack.topology.LinkSpec;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.EthernetFrame;

/** Plays a neighbour gone mad: sends noise, and frames that were seen before with something changed, from anywhere. */
final class Intruder {

    private static final int HEADERS = 80;

    private final Network network;
    private final RandomGenerator random;
    private int sent;

    Intruder(Network network, RandomGenerator random) {
        this.network = network;
        this.random = random;
    }

    int sent() {
        return sent;
    }

    /** Sends one frame. */
    void send() {
        List<LinkSpec> links = network.topology().links();
        LinkSpec link = links.get(random.nextInt(links.size()));
        LinkEnd end = random.nextBoolean() ? link.a() : link.b();
        List<TracedFrame> seen = network.trace().frames();
        byte[] frame = seen.isEmpty() || random.nextInt(5) == 0 ? noise()
                : mutation(seen.get(random.nextInt(seen.size())).content().bytes());
        if (!isForgery(end, frame)) {
            network.link(link.name()).from(end).send(Content.of(frame));
            sent++;
        }
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A frame with a few bytes changed or its end cut off; its frame check sequence is right, as a rule. */
    private byte[] mutation(byte[] frame) {
        if (frame.length <= EthernetFrame.FCS_LENGTH) {
            return noise();
        }
        byte[] changed = frame.clone();
        for (int i = random.nextInt(4); i > 0; i--) {
            changed[random.nextInt(Math.min(changed.length, HEADERS))] = (byte) random.nextInt();
        }
        int end = random.nextInt(5) == 0 ? random.nextInt(changed.length) : changed.length - EthernetFrame.FCS_LENGTH;
        return random.nextInt(10) == 0 ? Arrays.copyOf(changed, end) : EthernetFrame.seal(Arrays.copyOf(changed, end));
    }

    /** A segment whose checksum is right is taken for what it says, by every TCP: so none is sent. */
    private static boolean isForgery(LinkEnd end, byte[] frame) {
        Dissection dissection = new Dissector().dissect(CapturedFrame.of(
                new TracedFrame(1, 1, 0, 0, end, end, Content.of(frame), null), 0), TcpContext.NONE);
        return dissection.envelopes().stream()
                .anyMatch(envelope -> envelope.filterName().equals("tcp") && envelope.problems().isEmpty());
    }
}
