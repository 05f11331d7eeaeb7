package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Note;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.TcpHeader;

/**
 * A client and a server, joined by a wire on which a test loses, delays and doubles segments. It writes down all that
 * passes; expectations are compared with that, and tell the whole story when they fail.
 */
final class Wire {

    static final Ipv4Address CLIENT = Ipv4Address.of(10, 0, 1, 2);
    static final Ipv4Address SERVER = Ipv4Address.of(10, 0, 2, 2);
    static final int PORT = 6789;
    static final long MILLISECOND = 1_000_000;
    /** Without timestamps and selective acknowledgments, so that stories about other things are short. */
    static final TcpSettings PLAIN = TcpSettings.LINUX.with(TcpSetting.TIMESTAMPS, 0).with(TcpSetting.SACK, 0);

    final EventQueue events = new EventQueue();
    final Trace trace = new Trace();
    final FakeNetwork clientNetwork = new FakeNetwork(CLIENT, this::sent);
    final FakeNetwork serverNetwork = new FakeNetwork(SERVER, this::sent);
    final TcpTransport client;
    final TcpTransport server;

    /** Nanoseconds from end to end. */
    long delay = 10 * MILLISECOND;
    /** What happens to a segment. */
    Rule rule = segment -> Fate.PASS;
    /** Whether segments are written down. */
    boolean recording = true;
    long segments;

    private final List<String> story = new ArrayList<>();
    private int told;
    private int clientInitial;
    private int serverInitial;

    /** What passes, as a rule sees it. */
    record Passing(boolean fromClient, String text, TcpHeader header, Content content, int number) {
    }

    interface Rule {

        Fate fate(Passing segment);
    }

    /** How often a segment arrives, and how much later than others, in nanoseconds. */
    record Fate(int copies, long late) {

        static final Fate PASS = new Fate(1, 0);
        static final Fate DROP = new Fate(0, 0);
        static final Fate TWICE = new Fate(2, 0);

        static Fate late(long milliseconds) {
            return new Fate(1, milliseconds * MILLISECOND);
        }
    }

    Wire() {
        this(1, PLAIN);
    }

    Wire(long seed, TcpSettings settings) {
        Randomness randomness = new Randomness(seed);
        client = new TcpTransport("client", clientNetwork, events, randomness, trace, settings);
        server = new TcpTransport("server", serverNetwork, events, randomness, trace, settings);
    }

    private void sent(IpAddress source, IpAddress destination, Content segment) {
        boolean fromClient = source.equals(CLIENT);
        byte[] bytes = segment.bytes();
        TcpHeader header = TcpHeader.parse(bytes, 0, bytes.length).orElseThrow();
        Fate fate = Fate.PASS;
        segments++;
        if (recording) {
            if (header.has(TcpHeader.SYN)) {
                clientInitial = fromClient ? header.sequence() : clientInitial;
                serverInitial = fromClient ? serverInitial : header.sequence();
            }
            int payload = bytes.length - header.headerLength();
            String text = (fromClient ? "C " : "S ") + Shorthand.of(header, payload,
                    fromClient ? clientInitial : serverInitial, fromClient ? serverInitial : clientInitial);
            fate = rule.fate(new Passing(fromClient, text, header, segment, (int) segments));
            story.add(at(events.now()) + " " + text + (fate.copies == 0 ? " lost" : fate.copies > 1 ? " doubled" : "")
                    + (fate.late > 0 ? " late" : ""));
        }
        FakeNetwork to = destination.equals(CLIENT) ? clientNetwork : serverNetwork;
        for (int i = 0; i < fate.copies; i++) {
            events.after(delay + fate.late, () -> to.receiver().segment(source, destination, segment));
        }
    }

    static String at(long time) {
        return time % MILLISECOND == 0 ? "" + time / MILLISECOND : "" + time / (double) MILLISECOND;
    }

    /** What passed since the last expectation. Each line: milliseconds, who sent it, the segment, what became of it. */
    void expect(String... lines) {
        List<String> seen = List.copyOf(story.subList(told, story.size()));
        told = story.size();
        if (!seen.equals(List.of(lines))) {
            assertEquals(String.join("\n", lines), String.join("\n", seen), this::tell);
        }
    }

    /** Forgets what passed, as something not worth telling. */
    void skip() {
        told = story.size();
    }

    List<String> story() {
        return story;
    }

    String tell() {
        StringBuilder text = new StringBuilder("The story so far:\n");
        story.forEach(line -> text.append("  ").append(line).append('\n'));
        trace.notes().forEach(note -> text.append("  ").append(at(note.time())).append(' ').append(note.device())
                .append(": ").append(note.text()).append('\n'));
        return text.toString();
    }

    /** What a host noted, without what it is about. */
    List<String> notes(String host) {
        return trace.notes().stream().filter(note -> note.device().equals(host)).map(Note::text).toList();
    }

    /** Lets time pass up to {@code milliseconds} since the start. */
    void runTo(long milliseconds) {
        long end = milliseconds * MILLISECOND;
        while (events.nextTime() <= end) {
            events.runNext();
        }
        events.advanceTo(end);
    }

    /** Lets happen what is going to happen. */
    void runOut() {
        int steps = 0;
        while (events.runNext()) {
            if (++steps > 10_000_000) {
                fail("no end in sight. " + tell());
            }
        }
    }

    StreamSocket listen(int backlog) throws SocketError {
        StreamSocket socket = server.open();
        socket.bind(new Endpoint(Ipv4Address.ANY, PORT));
        socket.listen(backlog);
        return socket;
    }

    StreamSocket connect() throws SocketError {
        StreamSocket socket = client.open();
        socket.connect(new Endpoint(SERVER, PORT));
        return socket;
    }

    /** A client and a server that are connected, 30 ms after the start; nothing of that is told. */
    Pair connected() throws SocketError {
        return connected(socket -> {
        });
    }

    interface Preparation {

        void prepare(StreamSocket socket) throws SocketError;
    }

    Pair connected(Preparation preparation) throws SocketError {
        StreamSocket listener = server.open();
        preparation.prepare(listener);
        listener.bind(new Endpoint(Ipv4Address.ANY, PORT));
        listener.listen(5);
        StreamSocket one = client.open();
        preparation.prepare(one);
        one.connect(new Endpoint(SERVER, PORT));
        runTo(30);
        Optional<StreamSocket> other = listener.accept();
        if (other.isEmpty()) {
            fail("not connected. " + tell());
        }
        skip();
        return new Pair(one, other.orElseThrow(), listener);
    }

    record Pair(StreamSocket client, StreamSocket server, StreamSocket listener) {
    }

    static Origin origin(String host) {
        return new Origin(host, "Test", "main", "Test", "Test.java", 1);
    }

    /** Sends all of a text; fails if it does not fit. */
    static void send(StreamSocket socket, String text) throws SocketError {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertEquals(bytes.length, socket.send(bytes, 0, bytes.length, origin("client")));
    }

    /** All that may be read now. */
    static String receive(StreamSocket socket) throws SocketError {
        byte[] bytes = new byte[socket.available()];
        int count = socket.receive(bytes, 0, bytes.length);
        return new String(bytes, 0, Math.max(0, count), StandardCharsets.UTF_8);
    }
}
