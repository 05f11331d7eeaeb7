package org.sockeye.drill.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.Event;
import org.sockeye.drill.script.PacketSpec;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.When;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/** Waits for the packets that a script expects, and compares them. */
final class Expectations {

    /** How long is waited for a packet whose time does not matter, or to see whether a late one comes after all. */
    private static final long PATIENCE = 3600_000_000_000L;

    private final Program program;
    private final Simulation simulation;
    private final Tolerance tolerance;
    private final Deque<Datagram> unread = new ArrayDeque<>();
    private @Nullable SentSegment before;
    private int compared;

    Expectations(Program program, Simulation simulation, Tolerance tolerance) {
        this.program = program;
        this.simulation = simulation;
        this.tolerance = tolerance;
    }

    /** How many packets have been compared. */
    int compared() {
        return compared;
    }

    /** How many the stack sent that nobody looked at. */
    int left() {
        int left = 0;
        Datagram next = take();
        while (next != null) {
            left++;
            next = take();
        }
        return left;
    }

    /** Waits for the packet, and fails if another one comes, or it comes at another time, or none comes. */
    void meet(Event.Expect event) throws Mismatch {
        long offset = simulation.now();
        if (event.when().kind() == When.Kind.ABSOLUTE) {
            offset = 0;
        }
        compared++;
        switch (event.packet()) {
            case PacketSpec.Tcp tcp -> segment(event, tcp, offset);
            case PacketSpec.Udp udp -> datagram(event, offset, UdpHeader.PROTOCOL, "> udp (" + udp.length() + ")",
                    udp.length() + UdpHeader.LENGTH);
            case PacketSpec.Icmp icmp -> datagram(event, offset, program.plan().icmp(),
                    "> icmp " + icmp.type() + " " + icmp.code(), -1);
        }
    }

    private void segment(Event.Expect event, PacketSpec.Tcp tcp, long offset) throws Mismatch {
        SentSegment actual = next(event, offset, tcp);
        Datagram first = actual.datagram();
        while (actual.length() < tcp.length() && !program.plan().strictSegments()) {
            Optional<SentSegment> more = continuation(offset, event);
            if (more.isEmpty() || !actual.continuedBy(more.get(), tcp.length())) {
                break;
            }
            take();
            actual = actual.with(more.get());
        }
        Flow flow = flow(event.position());
        String difference = new Matcher(flow, program.plan()).difference(tcp, actual, before);
        before = actual;
        String early = tolerance.problem(event.when(), offset, first.time());
        String late = early.isEmpty() ? tolerance.problem(event.when(), offset, actual.datagram().time()) : early;
        if (actual.header().has(TcpHeader.RST) || actual.header().has(TcpHeader.FIN)) {
            flow.finished();
        }
        if (!difference.isEmpty()) {
            throw new Mismatch(event.position(), difference + (late.isEmpty() ? "" : "; " + late));
        } else if (!late.isEmpty()) {
            throw new Mismatch(event.position(), shown(tcp) + ": " + late);
        }
    }

    private static String shown(PacketSpec.Tcp tcp) {
        return Shown.segment(tcp.flags(), tcp.sequence(), tcp.length(), tcp.acknowledgment(), tcp.window(),
                tcp.urgent(),
                tcp.options());
    }

    /** The next segment if it comes in time; it stays to be taken. */
    private Optional<SentSegment> continuation(long offset, Event.Expect event) throws Mismatch {
        long limit = event.when().kind() == When.Kind.ANY ? simulation.now()
                : offset + event.when().to() + tolerance.around(offset + event.when().from());
        Datagram next = await(limit);
        return next == null ? Optional.empty() : SentSegment.of(next);
    }

    private SentSegment next(Event.Expect event, long offset, PacketSpec.Tcp tcp) throws Mismatch {
        flow(event.position());
        long expected = offset + event.when().from();
        Datagram datagram = await(expected + PATIENCE);
        if (datagram == null) {
            throw new Mismatch(event.position(), "expected " + shown(tcp)
                    + (event.when().kind() == When.Kind.ANY ? "" : " at " + Shown.time(expected))
                    + ", got no packet");
        }
        take();
        return SentSegment.of(datagram).orElseThrow(
                () -> new Mismatch(event.position(), "expected a segment, got one whose checksum or header is wrong"));
    }

    private void datagram(Event.Expect event, long offset, int protocol, String wanted, int length) throws Mismatch {
        flow(event.position());
        Datagram actual = await(offset + event.when().from() + PATIENCE);
        if (actual == null) {
            throw new Mismatch(event.position(), "expected " + wanted + ", got no packet");
        }
        take();
        List<String> differences = new ArrayList<>();
        Matcher.compareIp(event.packet().ip(), actual, differences);
        if (actual.protocol() != protocol) {
            differences.add("a packet of the protocol " + actual.protocol());
        } else if (length >= 0 && actual.payload().length != length) {
            differences.add("a length of " + (actual.payload().length - UdpHeader.LENGTH));
        }
        String late = tolerance.problem(event.when(), offset, actual.time());
        if (!late.isEmpty()) {
            differences.add(late);
        }
        if (!differences.isEmpty()) {
            throw new Mismatch(event.position(), "expected " + wanted + ", got " + String.join("; ", differences));
        }
    }

    private Flow flow(Position position) throws Mismatch {
        Flow flow = program.flow();
        if (flow == null) {
            throw new Mismatch(position,
                    "expected a packet, got no connection yet that one could belong to; connect, or let"
                            + " a packet come in first");
        }
        return flow;
    }

    /** The next packet of the flow, once it is there; null if none comes by {@code limit}. Leaves it to be taken. */
    private @Nullable Datagram await(long limit) throws Mismatch {
        while (true) {
            gather();
            if (!unread.isEmpty()) {
                return unread.peek();
            }
            if (!simulation.step(limit)) {
                return null;
            }
        }
    }

    private @Nullable Datagram take() {
        gather();
        return unread.poll();
    }

    /** Packets of other flows are not this script's business. */
    private void gather() {
        Flow flow = program.flow();
        Deque<Datagram> sent = program.bed().wire().sent();
        while (flow != null && !sent.isEmpty()) {
            Datagram datagram = sent.remove();
            if (flow.owns(datagram) || datagram.isIcmpError()) {
                unread.add(datagram);
            }
        }
    }
}
