package org.sockeye.stack.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.Dissector;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.trace.Note;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

/** A network with the words that tests tell their stories in. */
public final class TestNetwork {

    public static final long SECOND = 1_000_000_000L;
    public static final long MILLISECOND = 1_000_000L;

    private static final int MANY_EVENTS = 5_000_000;

    private final Network network;
    private int told;
    private int noted;

    private TestNetwork(Network network) {
        this.network = network;
        this.noted = network.trace().notes().size();
    }

    /** The default topology, seed 1. */
    public static TestNetwork path() {
        return path(1, conditions -> conditions);
    }

    /** The default topology with other links. */
    public static TestNetwork path(long seed, UnaryOperator<LinkConditions> change) {
        return new TestNetwork(Network.build(Topology.named("path").withEveryLink(change), seed));
    }

    /** A topology as its file would describe it. */
    public static TestNetwork of(String yaml) throws TopologyException {
        return new TestNetwork(Network.build(new TopologyReader("test.yaml", "test").read(yaml), 1));
    }

    /** A network that is there already. */
    public static TestNetwork of(Network network) {
        return new TestNetwork(network);
    }

    public Network network() {
        return network;
    }

    /** Runs until nothing is to come any more, which must be soon. */
    public void settle() {
        for (int i = 0; i < MANY_EVENTS; i++) {
            if (!network.events().runNext()) {
                return;
            }
        }
        throw new AssertionError("the network does not come to rest");
    }

    /** Runs what happens within that time, in nanoseconds. */
    public void pass(long time) {
        long until = network.events().now() + time;
        while (network.events().nextTime() <= until) {
            network.events().runNext();
        }
        network.events().advanceTo(until);
    }

    public static Ipv4Address address(String text) {
        return Ipv4Address.parse(text);
    }

    /** "10.0.2.2:6789" as an endpoint. */
    public static Endpoint at(String text) {
        int colon = text.indexOf(':');
        return new Endpoint(Ipv4Address.parse(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }

    /** A new datagram socket on a host. */
    public DatagramSocket udp(String host) {
        return network.host(host).sockets().datagram();
    }

    /** A new datagram socket on a host, bound to a port. */
    public DatagramSocket udp(String host, int port) throws SocketError {
        DatagramSocket socket = udp(host);
        socket.bind(new Endpoint(Ipv4Address.ANY, port));
        return socket;
    }

    public static void send(DatagramSocket from, String text, String to) throws SocketError {
        from.send(text.getBytes(UTF_8), at(to), Origin.stack("test"));
    }

    /** Everything that waits to be read from a socket, as text. */
    public static List<String> received(DatagramSocket socket) throws SocketError {
        List<String> texts = new ArrayList<>();
        while (socket.isReadable()) {
            texts.add(new String(socket.receive().orElseThrow().bytes(), UTF_8));
        }
        return texts;
    }

    /** Whether an echo comes back within a second. */
    public boolean ping(String from, String to) {
        List<Boolean> answers = new ArrayList<>();
        network.host(from).sockets().ping(address(to), SECOND, answers::add);
        settle();
        assertEquals(1, answers.size(), "a ping is answered once");
        return answers.get(0);
    }

    /** Expects that exactly these frames were sent since the last time, such as "client→s1 ARP Who has ...". */
    public void expect(String... frames) {
        assertEquals(String.join("\n", frames), String.join("\n", tell()));
    }

    /** Forgets the frames so far. */
    public void skip() {
        told = network.trace().frames().size();
    }

    /** The frames sent since the last time. */
    public List<String> tell() {
        List<TracedFrame> frames = network.trace().frames();
        List<String> lines = new ArrayList<>();
        for (; told < frames.size(); told++) {
            TracedFrame frame = frames.get(told);
            Dissection seen = new Dissector().dissect(frame.content().bytes());
            lines.add(frame.where() + " " + seen.protocol() + " " + seen.info()
                    + (frame.dropped() == null ? "" : " (" + frame.dropped() + ")"));
        }
        return lines;
    }

    /** Expects that exactly this was noted since the last time. */
    public void expectNotes(String... notes) {
        List<Note> all = network.trace().notes();
        List<String> fresh = all.subList(noted, all.size()).stream().map(Note::text).toList();
        noted = all.size();
        assertEquals(String.join("\n", notes), String.join("\n", fresh));
    }
}
