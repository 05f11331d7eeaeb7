package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockeye.stack.network.NetworkService.Unreachable;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;

/**
 * One host under test, whose peer the test plays segment by segment, as packetdrill does: {@code <} is what the peer
 * sends, {@code >} what the host has to answer. Numbers count from each side's SYN.
 */
final class Peer {

    static final Ipv4Address HOST = Ipv4Address.of(10, 0, 1, 2);
    static final Ipv4Address ADDRESS = Ipv4Address.of(10, 0, 2, 2);
    static final int HOST_PORT = 6789;
    static final int PORT = 40000;
    static final int FIRST = 0xffff_fff0;

    final EventQueue events = new EventQueue();
    final Trace trace = new Trace();
    final FakeNetwork network = new FakeNetwork(HOST, this::sent);
    final TcpTransport host;

    private final List<String> story = new ArrayList<>();
    private int told;
    private int hostFirst;
    private int hostPort = HOST_PORT;
    private int hostClock;
    /** The traffic class of what the peer sends. */
    int trafficClass;
    private byte[] lastPayload = new byte[0];

    Peer() {
        this(Wire.PLAIN);
    }

    Peer(TcpSettings settings) {
        host = new TcpTransport("host", network, events, new Randomness(5), trace, settings);
    }

    private void sent(IpAddress source, IpAddress destination, Content segment) {
        byte[] bytes = segment.bytes();
        TcpHeader header = TcpHeader.parse(bytes, 0, bytes.length).orElseThrow();
        hostFirst = header.has(TcpHeader.SYN) ? header.sequence() : hostFirst;
        hostPort = header.sourcePort();
        TcpOption.Timestamps clocks = TimestampClock.of(header);
        if (header.has(TcpHeader.SYN) && clocks != null) {
            hostClock = clocks.value() - (int) (events.now() / Wire.MILLISECOND);
        }
        lastPayload = Arrays.copyOfRange(bytes, header.headerLength(), bytes.length);
        boolean silent = header.has(TcpHeader.RST) && header.sequence() == 0;
        story.add(Wire.at(events.now()) + " > " + Shorthand.of(header, bytes.length - header.headerLength(),
                silent ? 0 : hostFirst, FIRST, hostClock, 0));
    }

    /** The peer's timestamp {@code value}, and as echo that of the host at {@code echo} milliseconds. */
    TcpOption.Timestamps clocks(int value, int echo) {
        return new TcpOption.Timestamps(value, echo + hostClock);
    }

    /** Selective acknowledgment of the host's bytes, from and to in turns. */
    TcpOption.Sack sack(int... edges) {
        List<TcpOption.Sack.Block> blocks = new ArrayList<>();
        for (int i = 0; i < edges.length; i += 2) {
            blocks.add(new TcpOption.Sack.Block(hostFirst + edges[i], hostFirst + edges[i + 1]));
        }
        return new TcpOption.Sack(blocks);
    }

    /** The peer sends a segment, such as {@code P. 1:14(13) ack 1}; the host sees it at once. */
    void send(String flags, long sequence, int payload, long acknowledgment, int window, TcpOption... options) {
        send(flags, sequence, payload, acknowledgment, window, 0, options);
    }

    /** The same with an urgent pointer. */
    void send(String flags, long sequence, int payload, long acknowledgment, int window, int urgent,
            TcpOption... options) {
        TcpHeader header = TcpHeader.of(PORT, hostPort, FIRST + (int) sequence,
                Shorthand.flags(flags) < TcpHeader.ACK ? 0 : hostFirst + (int) acknowledgment, Shorthand.flags(flags),
                window,
                List.of(options)).withUrgentPointer(urgent);
        byte[] segment = header.emit(payload);
        for (int i = 0; i < payload; i++) {
            segment[header.headerLength() + i] = (byte) (sequence + i);
        }
        TcpHeader.seal(ADDRESS, HOST, segment);
        story.add(Wire.at(events.now()) + " < " + Shorthand.of(header, payload, FIRST, hostFirst, 0, hostClock));
        network.receiver().segment(ADDRESS, HOST, trafficClass, Content.of(segment));
        // What observers are told is told at the same time.
        while (events.nextTime() == events.now()) {
            events.runNext();
        }
    }

    /** A router says that it could not deliver the host's segment with that number. */
    void unreachable(Unreachable error, long sequence) {
        byte[] quoted = TcpHeader.of(hostPort, PORT, hostFirst + (int) sequence, 0, TcpHeader.ACK, 0, List.of())
                .emit(0);
        network.receiver().unreachable(error, HOST, ADDRESS, quoted);
        while (events.nextTime() == events.now()) {
            events.runNext();
        }
    }

    /** What the host has sent since the last expectation. */
    void expect(String... lines) {
        List<String> seen = story.subList(told, story.size()).stream().filter(line -> line.contains(" > "))
                .map(line -> line.replace(" >", "")).toList();
        told = story.size();
        if (!seen.equals(List.of(lines))) {
            assertEquals(String.join("\n", lines), String.join("\n", seen),
                    () -> "The story so far:\n  " + String.join("\n  ", story));
        }
    }

    byte[] lastPayload() {
        return lastPayload;
    }

    /** The host's initial sequence number. */
    int hostFirst() {
        return hostFirst;
    }

    /** How many segments the host has sent since the last expectation. */
    int count() {
        int count = (int) story.subList(told, story.size()).stream().filter(line -> line.contains(" > ")).count();
        told = story.size();
        return count;
    }

    void skip() {
        told = story.size();
    }

    void expectNothing() {
        expect();
    }

    /** Lets time pass up to {@code milliseconds} since the start. */
    void runTo(long milliseconds) {
        long end = milliseconds * Wire.MILLISECOND;
        while (events.nextTime() <= end) {
            events.runNext();
        }
        events.advanceTo(end);
    }

    StreamSocket listen() throws SocketError {
        StreamSocket listener = host.open();
        listener.bind(new Endpoint(Ipv4Address.ANY, HOST_PORT));
        listener.listen(5);
        return listener;
    }

    /** A client socket that has sent its SYN. */
    StreamSocket connecting() throws SocketError {
        StreamSocket socket = host.open();
        socket.connect(new Endpoint(ADDRESS, PORT));
        told = story.size();
        return socket;
    }

    /** A socket of the host that the peer has connected to; window 10000 and MSS 1000, not scaled. */
    StreamSocket accepted() throws SocketError {
        return accepted(10_000);
    }

    StreamSocket accepted(int window) throws SocketError {
        StreamSocket listener = listen();
        send("S", 0, 0, 0, window, new TcpOption.MaximumSegmentSize(1000));
        send(".", 1, 0, 1, window);
        told = story.size();
        StreamSocket socket = listener.accept().orElseThrow();
        listener.close();
        return socket;
    }

    /** The host's program sends that many bytes. */
    void write(StreamSocket socket, int bytes) throws SocketError {
        assertEquals(bytes, socket.send(new byte[bytes], 0, bytes, Wire.origin("host")));
    }
}
