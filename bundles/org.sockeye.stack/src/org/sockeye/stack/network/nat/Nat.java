package org.sockeye.stack.network.nat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.TcpHeader;

/**
 * Lets the hosts on one side of a router share the router's address on the other side (RFC 3022, "NAPT"). The mapping of a
 * port inside is the same for every peer; only a peer that was spoken to may answer (RFC 4787; for TCP RFC 5382, for ICMP
 * RFC 5508), but to a port that is kept for a server everybody may.
 */
public final class Nat {

    private final String device;
    private final Ipv4Address outside;
    private final EventQueue events;
    private final Trace trace;
    private final Mappings mappings = new Mappings();

    /** A translation to the address {@code outside} of {@code device}. */
    public Nat(String device, Ipv4Address outside, EventQueue events, Trace trace) {
        this.device = device;
        this.outside = outside;
        this.events = events;
        this.trace = trace;
    }

    /** The address that all share. */
    public Ipv4Address outside() {
        return outside;
    }

    /**
     * Leads a port of the outer address to a server inside, whoever calls.
     *
     * @param protocol 6 TCP or 17 UDP
     * @throws IllegalArgumentException if the port leads elsewhere already
     */
    public void forward(int protocol, int port, Endpoint server) {
        mappings.keep(protocol, port, server);
    }

    /** A datagram that leaves as the outside may see it; null if it cannot be translated, which is noted. */
    public @Nullable Content outbound(Ipv4Header header, Content datagram) {
        byte[] bytes = datagram.bytes();
        Optional<Flow> flow = Flow.of(header, bytes, 0).filter(Flow::hasSourcePort);
        if (flow.isEmpty()) {
            Quoted error = Quoted.of(header, bytes);
            Content translated = error == null ? null : outbound(error, datagram);
            return translated != null ? translated : refuse(datagram, "no port to translate");
        }
        long now = events.now();
        Endpoint inside = flow.get().source();
        Mapping mapping = mappings.of(flow.get().protocol(), inside, now);
        if (mapping == null) {
            mapping = mappings.create(flow.get().protocol(), inside, now);
            if (mapping == null) {
                return refuse(datagram, "every port of " + outside + " is in use");
            }
            trace.note(now, device, datagram.frame(), "nat: " + inside + " is " + outer(mapping) + " outside");
        }
        mapping.session(flow.get().destination()).passed(true, flags(header, bytes), now);
        byte[] changed = bytes.clone();
        new Rewriting(changed, header, 0).source(outer(mapping));
        return datagram.changed(changed);
    }

    /** An error about something that came from outside: what it quotes becomes what was sent there. */
    private @Nullable Content outbound(Quoted error, Content datagram) {
        Mapping mapping = mappings.of(error.flow().protocol(), error.flow().destination(), events.now());
        return mapping == null ? null : datagram.changed(error.withDestination(outer(mapping), outside));
    }

    /** A datagram for the outer address as it is inside; null if it is not for anybody inside. */
    public @Nullable Content inbound(Ipv4Header header, Content datagram) {
        byte[] bytes = datagram.bytes();
        Optional<Flow> flow = Flow.of(header, bytes, 0);
        if (flow.isEmpty()) {
            Quoted error = Quoted.of(header, bytes);
            return error == null ? null : inbound(error, datagram);
        }
        long now = events.now();
        Mapping mapping = mappings.at(flow.get().protocol(), flow.get().destination().port(), now);
        Session session = mapping == null ? null : mapping.permitted(flow.get().source(), now);
        if (mapping == null || session == null) {
            return null;
        }
        session.passed(false, flags(header, bytes), now);
        byte[] changed = bytes.clone();
        new Rewriting(changed, header, 0).destination(mapping.inside());
        return datagram.changed(changed);
    }

    private @Nullable Content inbound(Quoted error, Content datagram) {
        Mapping mapping = mappings.at(error.flow().protocol(), error.flow().source().port(), events.now());
        return mapping == null || !error.flow().source().address().equals(outside) ? null
                : datagram.changed(error.withSource(mapping.inside()));
    }

    /** A datagram from inside for a server inside, named by the outer address (RFC 4787, REQ-9); null if for nobody. */
    public @Nullable Content hairpin(Ipv4Header header, Content datagram) {
        Optional<Flow> flow = Flow.of(header, datagram.bytes(), 0);
        if (flow.isEmpty()
                || mappings.at(flow.get().protocol(), flow.get().destination().port(), events.now()) == null) {
            return null;
        }
        Content seen = outbound(header, datagram);
        return seen == null ? null
                : inbound(Ipv4Header.parse(seen.bytes(), 0, seen.bytes().length).orElseThrow(), seen);
    }

    private Endpoint outer(Mapping mapping) {
        return new Endpoint(outside, mapping.port());
    }

    private @Nullable Content refuse(Content datagram, String why) {
        trace.note(events.now(), device, datagram.frame(), "dropped at " + device + ": nat: " + why);
        return null;
    }

    private static int flags(Ipv4Header header, byte[] bytes) {
        int at = header.headerLength() + 13;
        return header.protocol() == TcpHeader.PROTOCOL && at < bytes.length ? bytes[at] & 0x3f : 0;
    }
}
