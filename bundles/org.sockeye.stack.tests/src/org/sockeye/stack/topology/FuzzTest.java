package org.sockeye.stack.topology;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Ipv4Address;

/** Whatever arrives at whatever interface, the network neither throws nor hangs, and works on afterwards. */
class FuzzTest {

    private static final int FRAMES_AN_INTERFACE = 10_000;

    private final TestNetwork path = TestNetwork.path();
    private final Random random = new Random(42);

    @Test
    void anyFrameMayArriveAnywhere() throws Exception {
        List<byte[]> real = realFrames();
        List<LinkEnd> ends = new ArrayList<>();
        for (LinkSpec link : path.network().topology().links()) {
            ends.add(link.a());
            ends.add(link.b());
        }
        int frames = FRAMES_AN_INTERFACE * ends.size();
        for (int i = 0; i < frames; i++) {
            LinkEnd end = ends.get(i % ends.size());
            byte[] frame = random.nextInt(4) == 0 ? noise() : mutation(real.get(random.nextInt(real.size())));
            inject(end, frame);
            if (i % 50 == 0) {
                path.settle();
            }
        }
        path.settle();
        assertTrue(path.network().trace().notes().size() > frames / 10, "most of it is refused in words");
        // A mutated ARP packet may have told a lie that is believed for a minute, as on any Ethernet.
        path.pass(60 * TestNetwork.SECOND);
        assertTrue(path.ping("client", "10.0.2.2"), "and the network is none the worse for it");
    }

    /** Frames as they cross the path when programs talk. */
    private List<byte[]> realFrames() throws Exception {
        StreamSocket listener = path.network().host("server").sockets().stream();
        listener.bind(new Endpoint(Ipv4Address.ANY, 80));
        listener.listen(5);
        StreamSocket stream = path.network().host("client").sockets().stream();
        stream.connect(TestNetwork.at("10.0.2.2:80"));
        path.settle();
        stream.send(new byte[3000], 0, 3000, Origin.stack("test"));
        DatagramSocket server = path.udp("server", 7);
        path.udp("client", 1000).send(new byte[4000], TestNetwork.at("10.0.2.2:7"), Origin.stack("test"));
        path.network().host("client").sockets().resolve("server", found -> {
        });
        TestNetwork.send(server, "x", "10.0.1.2:1");
        path.settle();
        path.ping("client", "10.0.2.2");
        return path.network().trace().frames().stream().map(TracedFrame::content).map(Content::bytes).toList();
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A frame with a few bytes changed or its end cut off; its frame check sequence is right, as a rule. */
    private byte[] mutation(byte[] frame) {
        byte[] changed = frame.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            changed[random.nextInt(Math.min(changed.length, 80))] = (byte) random.nextInt();
        }
        int end = random.nextInt(5) == 0 ? random.nextInt(changed.length) : changed.length;
        EthernetFrame header = EthernetFrame.parse(frame).orElseThrow();
        if (end < 60 || random.nextInt(10) == 0) {
            return Arrays.copyOf(changed, end);
        }
        return header.emit(Arrays.copyOfRange(changed, 14, end - 4));
    }

    /** Plays a neighbour at the other end of a link for the length of one frame. */
    private void inject(LinkEnd end, byte[] frame) {
        path.network().link(linkAt(end)).from(end).send(Content.of(frame));
    }

    private String linkAt(LinkEnd end) {
        return path.network().topology().links().stream().filter(link -> link.a().equals(end) || link.b().equals(end))
                .map(LinkSpec::name).findFirst().orElseThrow();
    }
}
